"""Named totals (总量): one declaration in measures.toml gives the number and its proof.

Keys are names as in disclosure/concepts.toml (收支总计, 本年收入合计, 机关运行经费 …); with a code
after a bar for one 科目 or project (支出决算|2010301, 全年预算|2010301, 项目执行数|P1); with a phase
before a bar for the budget (全年预算|“三公”经费) and for last year (上年|收支总计).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaocheng.editions.layouts import groups
from kaocheng.editions.takes import Take, take
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS
from kaocheng.kernel.numerals import show
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import YUAN
from kaocheng.money.books import Books, combined
from kaocheng.money.naming import entry_number
from kaocheng.money.records import AccountsYear, LastYear

LAST_YEAR = "上年|"
_LENGTHS = {"function": (3, 5, 7), "economic": (3, 5)}


@dataclass(frozen=True, slots=True)
class Measure:
    """One declared total (总量): its key, the printed name, what it takes, what it runs over."""

    key: str
    name: str
    take: Take
    each: str = ""


def totals(year: AccountsYear, books: Books | None = None) -> Mapping[str, Figure]:
    """Every named total of the year, exact, money in 元 with two decimals.

    `books` already opened for the same year save the adding up. Raises FileNotFoundError for an
    edition that there is not.
    """
    return MappingProxyType({**_totals(year, books or Books(year)), **dict(_last(year))})


def _totals(year: AccountsYear, books: Books) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for measure in measures(year.edition):
        if measure.each:
            found.update(_listed(measure, books))
        elif measure.take.parts:
            parts = [(sign, found[name]) for sign, name in measure.take.parts]
            found[measure.key] = combined(measure.name, parts)
        else:
            found[measure.key] = books.figure(measure.take, measure.name)
    return found


@lru_cache(maxsize=None)
def measures(edition: str) -> tuple[Measure, ...]:
    """The declared totals with the groups of that edition spelt out, parts before their sums."""
    path = Path(__file__).with_suffix(".toml")
    raw = tomllib.loads(path.read_text("utf-8"))["total"]
    return tuple(_measure(item, edition) for item in raw)


def _measure(raw: Mapping[str, Any], edition: str) -> Measure:
    phase = raw.get("phase", "")
    key = f"{phase}|{raw['name']}" if phase else raw["name"]
    return Measure(key, raw["name"], take(raw, groups(edition)), raw.get("each", ""))


def _listed(measure: Measure, books: Books) -> Iterator[tuple[str, Figure]]:
    """The total for every code or project that occurs, and for every level above a code."""
    found = books.known(measure.take.flow, measure.each, measure.take)
    lengths = _LENGTHS.get(measure.each, ())
    above = {code[:length] for code in found for length in lengths}
    for value in sorted({*found, *above}):
        figure = books.figure(measure.take.at(measure.each, value), measure.name)
        yield f"{measure.name}|{value}", replace(figure, code=value)


def _last(year: AccountsYear) -> Iterator[tuple[str, Figure]]:
    for entry in year.last_year:
        yield LAST_YEAR + entry.name, _of_last_year(entry, year)


def _of_last_year(entry: LastYear, year: AccountsYear) -> Figure:
    value = YUAN.factor * entry.amount / 100
    return Figure(
        entry.name, value, YUAN, 2, show(value, 2), Place(""), "上年决算", year.year - 1,
        body=year.department, formula=AMOUNTS, records=(entry_number(entry),),
    )  # fmt: skip

"""Figures counted from the registers (台账统计) that only the narrative prints."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from kaocheng import editions
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, COUNT
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import YUAN, Unit, unit
from kaocheng.money.counting import Counting
from kaocheng.money.naming import entry_number
from kaocheng.money.records import UNIT_KINDS, AccountsYear, Office, Vehicle

_FILE = Path(str(editions.__file__)).parent / "national" / "sentences" / "counts.toml"
_KINDS = ("主要领导干部用车", "机要通信用车", "应急保障用车", "其他用车")
_BODIES = ("轿车", "越野车", "载客汽车")


def counted(year: AccountsYear) -> Iterator[Figure]:
    """Every count the narratives know by name: from the registers, of vehicles, of offices."""
    registers = Counting(year)
    for name, (of, counter) in _counts().items():
        value, formula, records = registers.of(of)
        yield _made(name, value, unit(counter), formula, records=records, year=year.year)
    yield from _vehicles(year)
    yield from _offices("决算", "决算单位", year.offices, year.year)
    below = [office for office in year.offices if not office.main]
    yield from _offices("下属", "下属单位", below, year.year)


@lru_cache(maxsize=1)
def _counts() -> Mapping[str, tuple[str, str]]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["count"]
    return {entry["name"]: (entry["of"], entry["unit"]) for entry in entries}


def _vehicles(year: AccountsYear) -> Iterator[Figure]:
    """Vehicles kept and bought in the year, by kind and by body."""
    kept = year.vehicles
    bought = [one for one in kept if one.bought and one.bought.year == year.year]
    for kind in _KINDS:
        yield _cars(f"车辆.{kind}", _of(kept, "kind", kind, _KINDS), year.year)
    for body in _BODIES:
        new = _of(bought, "body", body, _BODIES)
        yield _cars(f"车辆.{body}", _of(kept, "body", body, _BODIES), year.year)
        yield _cars(f"购置.{body}", new, year.year)
        price = sum(one.price for one in new)
        yield _made(f"购置金额.{body}", price, YUAN, AMOUNTS, records=_numbers(new), year=year.year)


def _of(cars: Sequence[Vehicle], field: str, word: str, words: Sequence[str]) -> list[Vehicle]:
    """The cars whose kind or body is this word; the last word takes those of no listed one."""
    last = word == words[-1]
    said = [(car, getattr(car, field)) for car in cars]
    return [car for car, own in said if own == word or (last and own not in words)]


def _cars(name: str, cars: Sequence[Vehicle], year: int) -> Figure:
    return _made(name, len(cars), unit("辆"), COUNT, records=_numbers(cars), year=year)


def _offices(prefix: str, name: str, offices: Sequence[Office], year: int) -> Iterator[Figure]:
    """How many budget units, in all and of each kind."""
    yield _units(name, offices, year)
    for kind in UNIT_KINDS:
        yield _units(f"{prefix}.{kind}", [o for o in offices if o.kind == kind], year)


def _units(name: str, offices: Sequence[Office], year: int) -> Figure:
    records = tuple(f"单位/{office.code}" for office in offices)
    return _made(name, len(offices), unit("个"), COUNT, records=records, year=year)


def _numbers(entries: Iterable[Vehicle]) -> tuple[str, ...]:
    return tuple(entry_number(entry) for entry in entries)


def _made(
    name: str, amount: int, measure: Unit, formula: str, *, records: tuple[str, ...], year: int
) -> Figure:
    """A figure of entries; an amount of 分 becomes 元."""
    decimals = 2 if measure.is_money else 0
    value = Decimal(amount).scaleb(-decimals)
    return Figure(
        name, value, measure, decimals, f"{value:.{decimals}f}", Place(""), year=year,
        formula=formula, records=records,
    )  # fmt: skip

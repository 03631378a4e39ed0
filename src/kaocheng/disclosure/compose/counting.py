"""Figures added up from entries (由记录汇总): the amounts and counts only the narrative prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import YUAN, Unit, unit
from kaocheng.money.naming import Entry, entry_number
from kaocheng.money.records import (
    AccountsYear,
    Adjustment,
    Asset,
    BudgetLine,
    CarryOver,
    Contract,
    Income,
    LastYear,
    Payment,
    Reception,
    Trip,
    Vehicle,
)

Paid = (
    Payment | BudgetLine | Adjustment | Contract | Reception | Trip | Income | CarryOver | LastYear
)
LARGE = 100_000_000
"""单价100万元以上设备 (分), a line of the form itself."""


def money(name: str, entries: Sequence[Paid], year: int | None = None, code: str = "") -> Figure:
    """The sum of the entries' amounts in 元."""
    return _figure(name, sum(entry.amount for entry in entries), entries, AMOUNTS, year, code)


def count(name: str, entries: Sequence[Entry], of: str, year: int | None = None) -> Figure:
    """How many entries there are, in the counter `of`."""
    return _made(name, Decimal(len(entries)), unit(of), entries, COUNT, year)


def people(name: str, entries: Sequence[Reception | Trip], of: str, year: int) -> Figure:
    """How many people the entries name together."""
    total = Decimal(sum(entry.people for entry in entries))
    return _made(name, total, unit(of), entries, PEOPLE, year)


def prices(name: str, vehicles: Sequence[Vehicle], year: int) -> Figure:
    """What the vehicles cost together, in 元."""
    return _figure(name, sum(one.price for one in vehicles), vehicles, AMOUNTS, year, "")


def _figure(
    name: str, amount: int, entries: Iterable[Entry], formula: str, year: int | None, code: str
) -> Figure:
    value = Decimal(amount).scaleb(-2)
    return _made(name, value, YUAN, entries, formula, year, 2, code)


def _made(
    name: str,
    value: Decimal,
    measure: Unit,
    entries: Iterable[Entry],
    formula: str,
    year: int | None,
    decimals: int = 0,
    code: str = "",
) -> Figure:
    records = tuple(entry_number(entry) for entry in entries)
    text = f"{value:,.{decimals}f}"
    return Figure(
        name, value, measure, decimals, text, Place(""), year=year, code=code, formula=formula,
        records=records,
    )  # fmt: skip


def by_function(entries: Iterable[Payment | BudgetLine], width: int) -> dict[str, list[Paid]]:
    """Entries by the first `width` digits of their 功能科目, codes rising."""
    found: dict[str, list[Paid]] = defaultdict(list)
    for entry in entries:
        found[entry.function[:width]].append(entry)
    return dict(sorted(found.items()))


def receptions(year: AccountsYear) -> Iterator[Figure]:
    """国内公务接待 and 外事接待: batches, people, amounts."""
    abroad = [one for one in year.receptions if one.foreign]
    for name, chosen in (("国内公务接待", year.receptions), ("外事接待", abroad)):
        yield count(f"{name}批次", chosen, "批次", year.year)
        yield people(f"{name}人次", chosen, "人次", year.year)
        yield money(f"{name}支出", chosen, year.year)


def trips(year: AccountsYear) -> Iterator[Figure]:
    """因公出国（境）: groups and people."""
    yield count("出国团组", year.trips, "次", year.year)
    yield people("出国人数", year.trips, "人", year.year)


def vehicles(year: AccountsYear, kinds: Sequence[str], bodies: Sequence[str]) -> Iterator[Figure]:
    """Vehicles held and bought in the year, by kind and by body; unnamed kinds count as the last."""
    owned = year.vehicles
    bought = [one for one in owned if one.bought and _within(one.bought, year.year)]
    yield count("车辆", owned, "辆", year.year)
    yield count("购置车辆", bought, "辆", year.year)
    for kind in kinds:
        yield count(f"车辆.{kind}", _of(owned, "kind", kind, kinds), "辆", year.year)
    for body in bodies:
        yield count(f"车辆.{body}", _of(owned, "body", body, bodies), "辆", year.year)
        new = _of(bought, "body", body, bodies)
        yield count(f"购置.{body}", new, "辆", year.year)
        yield prices(f"购置金额.{body}", new, year.year)


def _within(bought: date, year: int) -> bool:
    return bought.year == year


def _of(owned: Sequence[Vehicle], field: str, word: str, words: Sequence[str]) -> list[Vehicle]:
    """The vehicles whose kind or body is this word; the last word takes those of no listed one."""
    last = word == words[-1]
    return [
        one
        for one in owned
        if getattr(one, field) == word or (last and getattr(one, field) not in words)
    ]


def equipment(year: AccountsYear) -> Iterator[Figure]:
    """单价100万元以上设备（不含车辆）."""
    large: list[Asset] = [one for one in year.assets if one.value >= LARGE]
    yield count("大型设备", large, "台（套）", year.year)


def procurement(year: AccountsYear) -> Iterator[Figure]:
    """政府采购: by 货物, 工程, 服务, and what went to small and micro enterprises."""
    bought = [one for one in year.contracts if one.procurement and one.on.year == year.year]
    yield money("政府采购支出总额", bought, year.year)
    for kind in ("货物", "工程", "服务"):
        yield money(f"政府采购{kind}支出", [c for c in bought if c.kind == kind], year.year)
    small = [one for one in bought if one.small or one.micro]
    yield money("授予中小企业合同金额", small, year.year)
    yield money("授予小微企业合同金额", [one for one in bought if one.micro], year.year)


def offices(year: AccountsYear) -> Iterator[Figure]:
    """下属二级预算单位, by kind."""
    below = [office for office in year.offices if not office.main]
    yield _units("下属单位", [office.name for office in below], year.year)
    for kind in ("行政单位", "参照公务员法管理的事业单位", "其他事业单位"):
        yield _units(f"下属.{kind}", [o.name for o in below if o.kind == kind], year.year)


def _units(name: str, names: Sequence[str], year: int) -> Figure:
    value = Decimal(len(names))
    records = tuple(f"单位/{one}" for one in names)
    return Figure(
        name, value, unit("个"), 0, str(value), Place(""), year=year, formula=COUNT, records=records
    )

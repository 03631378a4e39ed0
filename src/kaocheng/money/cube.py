"""The cube (数据立方): all entries of a year added up once into exact sums by six dimensions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from kaocheng.money.naming import entry_number
from kaocheng.money.records import AccountsYear, CarryOver, Income

FLOWS = ("收入", "支出", "年初", "年初结余", "年初预算", "预算调整")
KEPT = 100_000
"""Up to so many entries a flow keeps their numbers; beyond, only counts and sums."""

Key = tuple[str, str, str, str, str, str]
"""kind of office, 功能科目, 经济科目, nature, source, project: editions.takes.DIMENSIONS."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the cube: exact sum in 分, how many entries, their numbers where kept."""

    amount: int
    count: int
    numbers: tuple[str, ...] = ()


Cells = Mapping[Key, Cell]


@dataclass(frozen=True, slots=True)
class Cube:
    """The sums of one year by flow (FLOWS) and Key."""

    flows: Mapping[str, Cells]

    def cells(self, flow: str) -> Cells:
        """The cells of a flow, none for a flow without entries."""
        return self.flows.get(flow, {})


_PAYMENT = attrgetter("office", "function", "economic", "nature", "source", "project")
_AMOUNT, _NUMBER = attrgetter("amount"), attrgetter("number")


def cube(year: AccountsYear) -> Cube:
    """All entries of the year, added up."""
    kinds = {office.code: office.kind for office in year.offices}
    kinds |= {office.name: office.kind for office in year.offices}
    flows = {
        "支出": tallied(year.payments, _PAYMENT),
        "年初预算": tallied(year.budget, _PAYMENT),
        "预算调整": _adjusted(year),
        "收入": _tallied_by(year.income),
        "年初": _tallied_by(year.carried),
        "年初结余": _tallied_by(entry for entry in year.carried if entry.surplus),
    }
    return Cube(MappingProxyType({name: _by_kind(cells, kinds) for name, cells in flows.items()}))


def tallied(entries: Iterable[object], key: attrgetter[Key] = _PAYMENT) -> dict[Key, Cell]:
    """Entries that bear number, amount and dimensions, added up; offices still by their code."""
    known = entries if isinstance(entries, tuple) else tuple(entries)
    sums: defaultdict[Key, int] = defaultdict(int)
    for where, amount in zip(map(key, known), map(_AMOUNT, known), strict=True):
        sums[where] += amount
    counts = Counter(map(key, known))
    numbers: defaultdict[Key, list[str]] = defaultdict(list)
    if len(known) <= KEPT:
        for where, number in zip(map(key, known), map(_NUMBER, known), strict=True):
            numbers[where].append(number)
    return {
        where: Cell(amount, counts[where], tuple(numbers[where]) if numbers else ())
        for where, amount in sums.items()
    }


def _tallied_by(entries: Iterable[Income | CarryOver]) -> dict[Key, Cell]:
    """Entries without 经济科目 and project."""
    found: defaultdict[Key, list[Income | CarryOver]] = defaultdict(list)
    for entry in entries:
        found[entry.office, entry.function, "", entry.nature, entry.source, ""].append(entry)
    return {where: _cell(group) for where, group in found.items()}


def _cell(group: list[Income | CarryOver]) -> Cell:
    amount = sum(entry.amount for entry in group)
    return Cell(amount, len(group), tuple(entry_number(entry) for entry in group))


def _adjusted(year: AccountsYear) -> dict[Key, Cell]:
    """Adjustments stand where the line they change stands."""
    lines = {line.number: _PAYMENT(line) for line in year.budget}
    found: dict[Key, Cell] = {}
    for change in year.adjustments:
        if change.line in lines:
            where = lines[change.line]
            found[where] = _joined([found[where]] if where in found else [], change)
    return found


def _joined(before: list[Cell], change: object) -> Cell:
    old = before[0] if before else Cell(0, 0)
    return Cell(old.amount + _AMOUNT(change), old.count + 1, (*old.numbers, str(_NUMBER(change))))


def _by_kind(cells: Cells, kinds: Mapping[str, str]) -> Cells:
    """The cells with each office replaced by its kind."""
    found: dict[Key, list[Cell]] = {}
    for (office, *rest), cell in cells.items():
        where = (kinds.get(office, ""), *rest)
        found.setdefault(where, []).append(cell)  # type: ignore[arg-type]
    return MappingProxyType({where: merged(group) for where, group in found.items()})


def merged(cells: Iterable[Cell]) -> Cell:
    """Several cells as one."""
    group = list(cells)
    if len(group) == 1:
        return group[0]
    numbers = tuple(number for cell in group for number in cell.numbers)
    return Cell(sum(cell.amount for cell in group), sum(cell.count for cell in group), numbers)

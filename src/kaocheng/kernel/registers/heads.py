"""The head row of a list (表头): which column stands where, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers.definitions import Column, Register
from kaocheng.kernel.units import MONEY

DEEPEST = 20
"""The head row stands among the first rows, below titles at most."""
PASSED_OVER = frozenset({"备注", "序号"})
"""Columns anybody may add; they are not read."""
_NOISE = re.compile(r"[\s\u3000*\uff0a]+")
_UNIT = re.compile(r"[(（](?:单位[:：])?([^()（）]*)[)）]\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """The head row: its row number, the columns by position, whether all needed ones are there.

    `named` are the positions under any head, also one that is not read.
    """

    row: int
    columns: Mapping[int, Column]
    named: frozenset[int]
    whole: bool
    faults: tuple[Fault, ...]


def normal(text: str) -> str:
    """A head without blanks, stars and its unit, so that spellings of one head are equal."""
    return _UNIT.sub("", _NOISE.sub("", text))


def find(
    register: Register, rows: Iterable[tuple[int, Sequence[str]]]
) -> tuple[int, Sequence[str]] | None:
    """The row that looks most like the head of the register."""
    known = {normal(column.head) for column in register.columns}
    best, most = None, 0
    for number, texts in rows:
        matches = len({normal(text) for text in texts} & known)
        if matches > most:
            best, most = (number, texts), matches
    return best


def head(register: Register, file: str, sheet: str, row: int, texts: Sequence[str]) -> Head:
    """The columns of a head row and its faults: unknown, missing, doubled heads, wrong units."""
    known = {normal(column.head): column for column in register.columns}
    named = {at: text for at, text in enumerate(texts) if normal(text)}
    columns = {at: known[normal(text)] for at, text in named.items() if normal(text) in known}
    missing = [column for column in register.columns if column not in columns.values()]

    def fault(written: str, message: str, remedy: str) -> Fault:
        return Fault(file, sheet, row, written, written, message, remedy)

    faults = [fault(*told) for told in _strange(named, columns, missing)]
    faults += [fault(*told) for told in _doubled(columns)]
    faults += [fault(*told) for told in _units(named, columns)]
    faults += [fault(*told) for told in _absent(missing, named, columns)]
    whole = not any(column.required for column in missing)
    whole = whole and not any(_units(named, columns)) and not any(_doubled(columns))
    return Head(row, columns, frozenset(named), whole, tuple(faults))


_Told = Iterator[tuple[str, str, str]]


def _strange(
    named: Mapping[int, str], columns: Mapping[int, Column], missing: Sequence[Column]
) -> _Told:
    for at, text in named.items():
        if at in columns or normal(text) in PASSED_OVER:
            continue
        near = _near(text, missing)
        remedy = f"请改成“{near.title}”" if near else "请删去这一栏；要留的说明写进“备注”栏"
        yield text.strip(), "不认识这一栏", remedy


def _near(text: str, missing: Sequence[Column]) -> Column | None:
    heads = {normal(column.head): column for column in missing}
    inside = [name for name in heads if name in normal(text) or normal(text) in name]
    found = inside or get_close_matches(normal(text), heads, 1, 0.5)
    return heads[found[0]] if found else None


def _doubled(columns: Mapping[int, Column]) -> _Told:
    seen: set[Column] = set()
    for column in columns.values():
        if column in seen:
            yield column.title, "这一栏有两个", "请只留一个"
        seen.add(column)


def _units(named: Mapping[int, str], columns: Mapping[int, Column]) -> _Told:
    for at, column in columns.items():
        unit = _UNIT.search(_NOISE.sub("", named[at]))
        if column.kind == "amount" and unit and unit[1] in MONEY and unit[1] != "元":
            yield named[at].strip(), f"本栏以元为单位，不能以{unit[1]}为单位", "请把全栏换算成元"


def _absent(
    missing: Sequence[Column], named: Mapping[int, str], columns: Mapping[int, Column]
) -> _Told:
    """Needed columns that are not there, unless an unknown head was taken for a misspelling."""
    strange = [text for at, text in named.items() if at not in columns]
    meant = [_near(text, missing) for text in strange if normal(text) not in PASSED_OVER]
    for column in missing:
        if column.required and column not in meant:
            yield column.title, "缺少这一栏", "请照模板补上这一栏的表头和内容"

"""Subjects (科目): a code must be one of the year's dictionary, or be added with its source."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.editions.codes import dictionary, names_of
from kaocheng.kernel.registers import Column
from kaocheng.money.controls.breaches import Breach, Desk
from kaocheng.money.registers import all_registers

_FIRST = {"function": "2", "economic": "3", "economics": "3"}
_WORDS = {"function": "功能科目", "economic": "经济科目", "economics": "经济科目"}


def unknown_subjects(desk: Desk) -> Iterator[Breach]:
    """Codes the year's classification does not have."""
    for item in all_registers():
        columns = [column for column in item.columns if column.kind in _FIRST]
        for column in columns:
            yield from _unknown(desk, item.kind, column)


def _unknown(desk: Desk, kind: str, column: Column) -> Iterator[Breach]:
    wrong = _wrong(desk, kind, column)
    for index, record in desk.judged(kind, column.field) if wrong else ():
        for code in _each(getattr(record, column.field)):
            message = wrong.get(code)
            if message and not desk.doubts.about("subjects", code=code):
                yield Breach(kind, index, column.field, message, _remedy(column, code))


def _wrong(desk: Desk, kind: str, column: Column) -> dict[str, str]:
    """The codes in a column that cannot stand there, and why."""
    added = {subject.code for subject in desk.year.subjects}
    aside = {getattr(record, column.field) for _, record in desk.aside(kind, column.field)}
    written = desk.distinct(kind, column.field) | aside
    codes = {code for one in written for code in _each(one)}
    told = {code: _fault(column, code, desk.year.year, added) for code in codes}
    return {code: message for code, message in told.items() if message}


def _each(written: str | tuple[str, ...]) -> tuple[str, ...]:
    return written if isinstance(written, tuple) else (written,)


def _fault(column: Column, code: str, year: int, added: set[str]) -> str:
    words = _WORDS[column.kind]
    if not code.startswith(_FIRST[column.kind]):
        return f"{code} 不是{words}"
    if names_of(code, year) or code in added:
        return ""
    if code in dictionary():
        return f"{year}年的科目里没有 {code}（别的年份有）"
    return f"{year}年的科目里没有 {code}"


def _remedy(column: Column, code: str) -> str:
    if not code.startswith(_FIRST[column.kind]):
        return f"{_WORDS[column.kind]}以 {_FIRST[column.kind]} 开头，请核对是不是填错了栏"
    same = sorted(c for c in dictionary() if len(c) == len(code) and c[:-2] == code[:-2])
    near = f"，相近的有 {'、'.join(same[:4])}" if same else ""
    return f"请核对代码{near}；科目书里确有的，写进“补充科目”"

"""The equations of the accounts laid on recognised tables (勾稽核对), all decided together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kaocheng.disclosure.rollups import rollups
from kaocheng.disclosure.settling import Claim, Said, is_due, settled
from kaocheng.disclosure.sheets import Sheet, body_rows, sets, sheet, value_columns
from kaocheng.disclosure.tables import UNSTATED, Column, Entry, Row, Table
from kaocheng.editions.loading import kind_titled
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.money.articulation.equations import Equation, Name, equations

_INSTITUTION = re.compile(r"20\d{3}50|2101102|2080502")


def relations(tables: Sequence[Table]) -> Iterator[Said]:
    """Every relation the equations and the levels of the 科目 claim on these tables.

    Yields sums to be decided together with all others, reasons why an equation was not applied,
    and a finding where a total was left blank over printed parts.
    """
    for table in tables:
        looked = sheet(table)
        for item in equations():
            if table.kind and table.kind in item.forms:
                yield from _within(item, looked)
        yield from rollups(table)
    for group in sets(tables):
        for item in equations():
            if item.between:
                yield from _between(item, group)


def _within(item: Equation, looked: Sheet) -> Iterator[Said]:
    names = [item.stated, *(part.name for part in item.parts)]
    if absent := _absent(item, looked, names):
        yield _skipped(item, f"《{looked.table.name}》没有“{absent}”", looked)
        return
    claims = {"rows": _down, "columns": _across, "cells": _cells}[item.along]
    said = list(chain.from_iterable(settled(claim) for claim in claims(item, looked)))
    if said:
        yield from said
    else:
        yield _skipped(item, f"《{looked.table.name}》有关各格均为空", looked)


def _skipped(item: Equation, because: str, looked: Sheet | None = None) -> Unjudged:
    place = looked.table.grid.place if looked else None
    return Unjudged(item.code, Outcome.NOT_APPLICABLE, because, place)


def _absent(item: Equation, looked: Sheet, names: Sequence[Name]) -> str:
    """The first name the table has no row or column for, or ""."""
    for name in names:
        row, column = (name.row, name.column) if item.along != "columns" else ("", name.row)
        gone = not looked.group(row) if name.group else looked.missing(row, column)
        if gone and not name.optional:
            return row or column
    return ""


def _down(item: Equation, looked: Sheet) -> Iterator[Claim]:
    """Names are rows: one claim for each column on the side of the stated row."""
    side = next((row.side for row in looked.table.rows if row.name == item.stated.row), "")
    for column in value_columns(looked.table, side):
        stated = looked.entry(item.stated.row, column.name)
        if stated is not None and stated.column is column:
            parts = tuple(_parts(item, looked, column))
            says = f"《{looked.table.name}》“{column.name}”：{item.holds.replace('?', '')}"
            due, doubt = is_due(looked.table, stated), _strange_rows(item, looked, stated, parts)
            yield Claim(item.code, stated, item.kind, parts, says, due, doubt)


def _strange_rows(
    item: Equation, looked: Sheet, stated: Entry, parts: Sequence[tuple[int, Entry]]
) -> str:
    """A row nobody knows, with an amount, among the rows that are added up."""
    taking = [stated.row.index, *(entry.row.index for _, entry in parts)]
    for (row, column), entry in looked.table.entries.items():
        among = min(taking) < row < max(taking) and column == stated.column.index
        if among and item.kind == "=" and entry.figure and not entry.row.known:
            return f"其中有未识别的“{entry.row.name}”" if entry.figure.value else ""
    return ""


def _strange_columns(item: Equation, looked: Sheet, row: Row) -> str:
    """A column nobody knows, with an amount in this row, beside those that are added up."""
    if item.kind != "=" or any(part.sign < 0 for part in item.parts):
        return ""
    if all(column.known for column in looked.table.columns):
        return ""
    for (number, _), entry in looked.table.entries.items():
        here = number == row.index and entry.row.strip == row.strip and not entry.column.known
        if here and entry.figure and entry.figure.value:
            return f"其中有未识别的“{entry.column.name}”"
    return ""


def _parts(item: Equation, looked: Sheet, column: Column) -> Iterator[tuple[int, Entry]]:
    for part in item.parts:
        names = looked.group(part.name.row) if part.name.group else (part.name.row,)
        for name in names:
            entry = looked.entry(name, column.name)
            if entry is not None:
                yield part.sign, entry


def _across(item: Equation, looked: Sheet) -> Iterator[Claim]:
    """Names are columns: one claim for each row."""
    by_name = {column.name: column for column in looked.table.columns}
    stated_column = by_name[item.stated.row]
    due = any(
        entry.figure for entry in looked.table.entries.values() if entry.column is stated_column
    )
    for row in body_rows(looked.table):
        if row.strip == stated_column.strip and (claim := _row(item, looked, row, by_name, due)):
            yield claim


def _row(
    item: Equation, looked: Sheet, row: Row, by_name: Mapping[str, Column], due: object
) -> Claim | None:
    entries = looked.table.entries
    stated = entries.get((row.index, by_name[item.stated.row].index))
    if stated is None:
        return None
    parts = tuple(
        (part.sign, entries[row.index, by_name[part.name.row].index])
        for part in item.parts
        if part.name.row in by_name and (row.index, by_name[part.name.row].index) in entries
    )
    named = f"“{row.code} {row.name}”".replace("“ ", "“") if row.name or row.code else ""
    says = f"《{looked.table.name}》{named}：{item.holds.replace('?', '')}"
    doubt = _strange_columns(item, looked, row)
    return Claim(item.code, stated, item.kind, parts, says, bool(due), doubt)


def _cells(item: Equation, looked: Sheet) -> Iterator[Claim]:
    stated = looked.entry(item.stated.row, item.stated.column)
    found = [(p.sign, looked.entry(p.name.row, p.name.column)) for p in item.parts]
    parts = tuple((sign, entry) for sign, entry in found if entry is not None)
    if stated is not None and parts:
        says = f"《{looked.table.name}》{item.holds.replace('?', '')}"
        yield Claim(item.code, stated, item.kind, parts, says, is_due(looked.table, stated))


def _between(item: Equation, group: Mapping[str, Sheet]) -> Iterator[Said]:
    names = [item.stated, *(part.name for part in item.parts)]
    missing = next((n.form for n in names if not n.optional and not _in(group, n)), "")
    if missing:
        yield _skipped(item, f"没有《{missing}》")
    elif item.only_if and (item.only_if == "有事业单位") != _has_institution(group):
        yield _skipped(item, f"适用条件为“{item.only_if}”")
    else:
        said = list(chain.from_iterable(settled(claim) for claim in _joining(item, group)))
        yield from said or [_skipped(item, "有关各格均为空，或表中没有这些行、栏")]


def _in(group: Mapping[str, Sheet], name: Name) -> bool:
    return kind_titled(name.form) in group


def _has_institution(group: Mapping[str, Sheet]) -> bool:
    """Whether some spending is that of an ordinary institution (事业单位)."""
    return any(
        entry.figure is not None and entry.figure.value and _INSTITUTION.fullmatch(entry.row.code)
        for looked in group.values()
        for entry in looked.table.entries.values()
    )


def _joining(item: Equation, group: Mapping[str, Sheet]) -> Iterator[Claim]:
    """One claim, or one for each code that the table of the stated figure has."""
    first = group[kind_titled(item.stated.form)]
    for code in first.codes(item.each) if item.each else ("",):
        stated = _found(group, item.stated, code)
        found = [(part, _found(group, part.name, code)) for part in item.parts]
        parts = tuple((part.sign, entry) for part, entry in found if entry is not None)
        complete = all(entry is not None or part.name.optional for part, entry in found)
        if stated is not None and parts and complete:
            says = _says(item, group, code, stated)
            doubt = _unknown_unit([stated, *(entry for _, entry in parts)])
            yield Claim(item.code, stated, item.kind, parts, says, doubt=doubt)


def _unknown_unit(entries: Sequence[Entry]) -> str:
    """Amounts of two tables compare only where both print their unit."""
    unstated = any(entry.figure and entry.figure.unit is UNSTATED for entry in entries)
    return "有的表没有注明金额单位" if unstated else ""


def _says(item: Equation, group: Mapping[str, Sheet], code: str, stated: Entry) -> str:
    """The equation with the code filled in and the tables called as this document calls them."""
    text = item.holds.replace("?", "").replace("*", f"{code} {stated.row.name}")
    for name in [item.stated, *(part.name for part in item.parts)]:
        if looked := group.get(kind_titled(name.form)):
            text = text.replace(f"《{name.form}》", f"《{looked.table.name}》")
    return text


def _found(group: Mapping[str, Sheet], name: Name, code: str) -> Entry | None:
    looked = group.get(kind_titled(name.form))
    row = code if name.row == "*" else name.row
    return looked.entry(row, name.column) if looked else None

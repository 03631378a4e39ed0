"""Levels of the 科目 added up (逐级汇总): 合计=Σ类, 类=Σ款, 款=Σ项, in each column of any table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby, takewhile

from kaocheng.disclosure.settling import Claim, Said, is_due, settled, words
from kaocheng.disclosure.subjects import fits, other_codes, prints_code
from kaocheng.disclosure.tables import WIDEST, Column, Entry, Row, Table
from kaocheng.money.articulation.equations import equation

_TOTAL, _CLASS, _SECTION, _ECONOMIC, _ACROSS = (
    equation(code).code for code in ("ART301", "ART302", "ART303", "ART304", "ART305")
)
_PARTIAL = ("其中", "部分", "重点", "主要")
# where each row may be a project, a code may stand for a sum and for its parts
_LISTS = frozenset({"", "general_public_projects", "special_funds"})
_MOSTLY = 0.75
_ROWS = 4
_FEW = 2
_WHOLES = frozenset({"合计", "小计", "总计"})


def rollups(table: Table) -> Iterator[Said]:
    """The relations between the levels of codes, and of a 合计 column nobody described."""
    title = table.title.text if table.title else ""
    if any(word in title for word in _PARTIAL):
        return
    rows = [row for row in table.rows if row.code]
    stray = _stray(table)
    for columns in _code_columns(table, rows):
        yield from chain.from_iterable(settled(claim) for claim in _levels(table, rows, columns))
        if len(columns) == 1 and not stray:
            yield from chain.from_iterable(map(settled, _whole(table, rows, columns[0])))
    if len(table.columns) > WIDEST:
        return
    if not table.kind or (table.form and table.form.shape == "economic_matrix"):
        yield from chain.from_iterable(settled(claim) for claim in _unknown_rows(table))


def _code_columns(table: Table, rows: Sequence[Row]) -> Iterator[tuple[Column, ...]]:
    """Columns that hold one thing: each alone, or the amount columns of all strips together."""
    strips = {row.strip for row in rows}
    if len(strips) < 2:
        yield from ((column,) for column in table.columns if column.strip in strips)
        return
    counts = [[c for c in table.columns if c.strip == strip] for strip in sorted(strips)]
    if len({len(columns) for columns in counts}) == 1:
        yield from zip(*counts, strict=True)


def _levels(table: Table, rows: Sequence[Row], columns: tuple[Column, ...]) -> Iterator[Claim]:
    by_strip = {column.strip: column for column in columns}
    below = _below(rows)
    unsure = _unsure(table, rows)
    for place, row in enumerate(rows):
        children = _children(rows, place, below)
        if table.kind in _LISTS and len({row.code for row in children}) < len(children):
            continue
        stated = _entry(table, row, by_strip)
        if children and stated is not None and not _is_rate(stated):
            claim = _claim(table, _level(row.code), stated, children, by_strip)
            told = unsure.get(row.code, "") if not _adds_up(claim) else ""
            told = told or _broken_off(table, rows, claim)
            yield replace(claim, doubt=told) if told else claim


def _unsure(table: Table, rows: Sequence[Row]) -> dict[str, str]:
    """The codes that a row with the name of another code may or may not be under, and why.

    Where a code is wrong, its amount is missing under one sum and too much under another.
    """
    found: dict[str, str] = {}
    for row in rows:
        if row.subject and prints_code(row, table) and not fits(row.subject, row.code, table.year):
            for code in (row.code, *other_codes(row.subject, row.code)):
                for end in range(3, len(code), 2):
                    found[code[:end]] = f"其中“{row.code} {row.subject}”编码与名称不符"
    return found


def _is_rate(entry: Entry) -> bool:
    return entry.figure is not None and entry.figure.unit.is_ratio


def _level(code: str) -> str:
    if code[0] == "3":
        return _ECONOMIC
    return _CLASS if len(code) == 3 else _SECTION


def _below(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows below each code that is printed once; nothing for one printed for several blocks."""
    counts = Counter(row.code for row in rows)
    found: dict[str, list[Row]] = {code: [] for code, count in counts.items() if count == 1}
    for row in rows:
        for end in range(1, len(row.code)):
            if row.code[:end] in found:
                found[row.code[:end]].append(row)
    return found


def _children(rows: Sequence[Row], place: int, below: Mapping[str, list[Row]]) -> list[Row]:
    """The rows one level below, or further below where no level lies between.

    Where a code is printed for several blocks, only the rows that follow it count.
    """
    code = rows[place].code
    found = below.get(code)
    if found is None:
        after = (rows[at] for at in range(place + 1, len(rows)))
        found = list(takewhile(lambda row: _is_below(row.code, code), after))
    least = min((len(row.code) for row in found), default=0)
    return [row for row in found if len(row.code) == least]


def _is_below(code: str, above: str) -> bool:
    return code.startswith(above) and code != above


def _entry(table: Table, row: Row, by_strip: dict[int, Column]) -> Entry | None:
    column = by_strip.get(row.strip)
    return table.entries.get((row.index, column.index)) if column else None


def _claim(
    table: Table, code: str, stated: Entry, children: Sequence[Row], by_strip: dict[int, Column]
) -> Claim:
    found = (_entry(table, row, by_strip) for row in children)
    parts = tuple((1, entry) for entry in found if entry is not None)
    name = f"{stated.row.code} {stated.row.name}".strip()
    says = f"《{table.name}》“{stated.column.name}”：{name} = {words(parts)}"
    due = is_due(table, stated)
    doubt = "" if due or stated.figure is not None else "这一级没有填列"
    return Claim(code, stated, "=", parts, says, due, doubt)


def _stray(table: Table) -> bool:
    """Whether uncoded rows carry amounts."""
    return any(
        entry.figure is not None and not entry.row.code and not entry.row.total
        for entry in table.entries.values()
    )


def _whole(table: Table, rows: Sequence[Row], column: Column) -> Iterator[Claim]:
    """合计 = the codes that stand under no other code."""
    by_strip = {column.strip: column}
    totals = [row for row in table.rows if row.total and row.strip in by_strip]
    codes = {row.code for row in rows}
    roots = [row for row in rows if not any(row.code[:n] in codes for n in _above(row.code))]
    if len(totals) == 1 and roots:
        stated = _entry(table, totals[0], by_strip)
        if stated is not None and not _is_rate(stated):
            claim = _claim(table, _TOTAL, stated, roots, by_strip)
            told = _broken_off(table, rows, claim)
            yield replace(claim, doubt=told) if told else claim


def _broken_off(table: Table, rows: Sequence[Row], claim: Claim) -> str:
    """Why a sum that falls short may be right: parts stood before the first row, or behind the last."""
    stated = claim.stated.figure
    if stated is None or stated.base <= sum(e.figure.base for _, e in claim.parts if e.figure):
        return ""
    if table.title is None and table.body == 0:
        return "表头不在文件里，表可能不完整"
    end, above = table.rows[-1].index, claim.stated.row
    reached = any(row.index == end and row.code.startswith(above.code) for row in rows)
    open_ended = table.last and above.index < end and reached
    return "文件在这张表中结束，表可能不完整" if open_ended else ""


def _above(code: str) -> range:
    return range(3, len(code), 2)


def _unknown_rows(table: Table) -> Iterator[Claim]:
    """In a table nobody described, a 合计 column and the columns after it that add up to it.

    Which columns those are is read in several ways; the one most rows bear out is taken, and only
    where enough rows do.
    """
    for column in table.columns:
        if not column.path or column.path[-1] not in _WHOLES:
            continue
        read = [list(_row_claims(table, column, parts)) for parts in _readings(table, column)]
        claims = max(read, key=_right, default=[])
        if _is_borne_out(claims):
            yield from claims


def _is_borne_out(claims: Sequence[Claim]) -> bool:
    """Three quarters of four rows or more; of three rows two, each with several amounts."""
    right = _right(claims)
    if len(claims) >= _ROWS:
        return right >= _MOSTLY * len(claims)
    telling = sum(1 for claim in claims if _adds_up(claim) and _several(claim))
    return telling >= _FEW and len(claims) - right <= 1


def _several(claim: Claim) -> bool:
    return sum(1 for _, entry in claim.parts if entry.figure and entry.figure.value) >= _FEW


def _right(claims: Sequence[Claim]) -> int:
    return sum(1 for claim in claims if _adds_up(claim))


def _readings(table: Table, column: Column) -> Iterator[list[Column]]:
    """The groups of columns that may be the parts: a heading by its 小计, or by all that is below it."""
    after = [c for c in table.columns if c.index > column.index and c.strip == column.strip]
    above = column.path[:-1]
    inner = [c for c in after if c.path[: len(above)] == above]
    groups = [list(group) for _, group in groupby(inner, key=lambda c: c.path[: len(above) + 1])]
    yield list(chain.from_iterable(_subtotals(group) or group for group in groups))
    lone = [c for c in inner if len(c.path) == len(column.path)]
    yield from [lone] if lone != inner else []
    subtotals = list(chain.from_iterable(map(_subtotals, groups)))
    yield from [subtotals] if len(subtotals) > 1 else []


def _subtotals(group: Sequence[Column]) -> list[Column]:
    """The 小计 of a heading over several columns."""
    return [c for c in group[:1] if len(group) > 1 and c.path[-1:] and c.path[-1] in _WHOLES]


def _row_claims(table: Table, column: Column, parts: Sequence[Column]) -> Iterator[Claim]:
    for row in table.rows:
        stated = table.entries.get((row.index, column.index))
        found = [table.entries.get((row.index, part.index)) for part in parts]
        printed = tuple((1, entry) for entry in found if entry is not None)
        if stated is not None and stated.row is row and any(e.figure for _, e in printed):
            names = "＋".join(part.name for part in parts)
            says = f"《{table.name}》“{row.name}”：{column.name} = {names}"
            yield Claim(_ACROSS, stated, "=", printed, says)


def _adds_up(claim: Claim) -> bool:
    figures = [entry.figure for _, entry in claim.parts if entry.figure is not None]
    stated = claim.stated.figure
    return stated is not None and stated.value == sum(figure.value for figure in figures)

"""Money rows of a form (预算执行情况): by column headings, or as pairs 预算数: … 执行数: …"""

from __future__ import annotations

import re
from dataclasses import replace

from kaocheng.kernel.documents import Cell
from kaocheng.kernel.numerals import is_blank, is_dash, read_number
from kaocheng.kernel.units import NONE, Unit, unit
from kaocheng.performance.entries import POINTS, entry, money, percent, points_in
from kaocheng.performance.labels import columns, concepts, is_label, stem
from kaocheng.performance.records import Entry, FundRow
from kaocheng.performance.rows import Row, at, filled

_UNIT = re.compile(r"(?:[(（]|单位[:：])\s*((?:亿|千万|百万|万|千)?\s*元)")
_PHASES = {"initial": "年初预算", "adjusted": "全年预算", "executed": "决算"}
_NAMES = {"initial": "年初预算数", "adjusted": "调整后预算数", "executed": "执行数"}


def read_funds(rows: tuple[Row, ...], code: str) -> tuple[FundRow, ...]:
    """The money rows above the indicators, the whole amount first; empty when there are none."""
    for index, row in enumerate(rows):
        found = columns(row, "fund")
        if "executed" not in found or not {"initial", "adjusted"} & set(found):
            continue
        measured = _unit(rows[: index + 1])
        if _is_pairs(row):
            return tuple(_pairs(rows[index:], measured, code))
        return _weighed(_table(rows[index + 1 :], found, measured, code), row)
    return ()


def _weighed(found: list[FundRow], head: Row) -> tuple[FundRow, ...]:
    """The rows; without a column of points the whole amount has those behind the heading （20分）."""
    points = [f for cell in filled(head)[:1] if (f := points_in(cell.content))]
    if not points or not found or found[0].weight is not None:
        return tuple(found)
    return (replace(found[0], weight=Entry(filled(head)[0], points[0])), *found[1:])


def _unit(rows: tuple[Row, ...]) -> Unit:
    for row in reversed(rows):
        for cell in filled(row):
            if match := _UNIT.search(cell.text):
                return unit(match[1])
    return NONE


def _is_pairs(row: Row) -> bool:
    return any(money(c, "", NONE, phase="", code="").figure for c in filled(row))  # type: ignore[union-attr]


def _pairs(rows: tuple[Row, ...], measured: Unit, code: str) -> list[FundRow]:
    found: list[FundRow] = []
    for row in rows:
        cells = filled(row)
        amounts = [money(c, "", measured, phase="", code=code) for c in cells]
        places = [i for i, item in enumerate(amounts) if item and item.figure and i > 0]
        if len(places) != 2 or (found and is_label(cells[0], "field", "goal")):
            break
        first, second = places
        label = stem(cells[first - 1].text)
        found.append(
            FundRow(
                label="总额" if concepts(cells[first - 1], "fund") else label,
                place=cells[first].place,
                adjusted=_money(cells[first], "adjusted", measured, code),
                executed=_money(cells[second], "executed", measured, code),
            )
        )
    return found


def _money(cell: Cell | None, concept: str, measured: Unit, code: str) -> Entry | None:
    return money(cell, _NAMES[concept], measured, phase=_PHASES[concept], code=code)


def _table(
    rows: tuple[Row, ...], found: dict[str, int], measured: Unit, code: str
) -> list[FundRow]:
    result: list[FundRow] = []
    shift: int | None = None
    for row in rows:
        cells = filled(row)
        if any(is_label(c, "field", "goal") or is_label(c, "indicator", "target") for c in cells):
            break
        label = _label(row)
        if label is None or _is_heading(row, found):
            continue
        if shift is None:
            last = max(i for i, c in enumerate(row) if c is label)
            shift = _shift(row, last + 1, min(found.values()))
        result.append(_fund(row, {k: i + shift for k, i in found.items()}, label, measured, code))
    return result


def _is_heading(row: Row, found: dict[str, int]) -> bool:
    """A second line of headings (总额、财政拨款…): words where amounts would stand, and no number at all."""
    under = [at(row, found[key]) for key in ("initial", "adjusted", "executed") if key in found]
    words = [c for c in under if c is not None and not is_blank(c.text) and not is_dash(c.text)]
    return bool(words) and not any(read_number(c.text.rstrip("%％ ")) is not None for c in row)


def _shift(row: Row, after: int, first: int) -> int:
    """How far the amounts stand from their heading where merged cells before them were lost."""
    amounts = [i for i, c in enumerate(row) if i >= after and read_number(c.text) is not None]
    lost = amounts[0] - first if amounts and amounts[0] < first else 0
    return lost or max(0, after - first)


def _label(row: Row) -> Cell | None:
    before: Cell | None = None
    for cell in row:
        if read_number(cell.text.rstrip("%％ ")) is not None:
            break
        if not is_blank(cell.text) and not is_dash(cell.text) and len(cell.text) < 30:
            before = cell if before is None or cell.column <= 2 else before
    return before


def _fund(row: Row, where: dict[str, int], label: Cell, measured: Unit, code: str) -> FundRow:
    cells = {key: at(row, index) for key, index in where.items()}
    return FundRow(
        label=stem(label.text),
        place=label.place,
        initial=_money(cells.get("initial"), "initial", measured, code),
        adjusted=_money(cells.get("adjusted"), "adjusted", measured, code),
        executed=_money(cells.get("executed"), "executed", measured, code),
        rate=percent(cells.get("rate"), "预算执行率"),
        weight=entry(cells.get("weight"), "分值", POINTS),
        score=entry(cells.get("score"), "得分", POINTS),
        reason=entry(cells.get("reason")),
    )

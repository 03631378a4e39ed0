"""Rows of a form -> a self-evaluation (绩效自评表): its boxes, money rows, indicators, totals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.kernel.documents import Cell, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import read_number
from kaocheng.performance.entries import (
    POINTS,
    entry,
    numbers,
    points_in,
    value_after,
)
from kaocheng.performance.funds import read_funds
from kaocheng.performance.indicators import read_indicators
from kaocheng.performance.labels import is_any_label, is_label, stem, vocabulary
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Entry, SelfEvaluation
from kaocheng.performance.rows import Stack, at, filled, indicator_columns

_CODE = re.compile(r"^\d{6,}[A-Z]?\d+")
_EQUALS = re.compile(r"总分等于\s*(\d+(?:\.\d+)?)\s*分")


@dataclass(frozen=True, slots=True)
class _Header:
    index: int
    columns: dict[str, int]


def read_form(stack: Stack) -> SelfEvaluation | None:
    """The self-evaluation in these rows, or None when they hold no indicator table."""
    header = _header(stack)
    if header is None:
        return None
    name = _field(stack, "name")
    code = _code(name)
    funds = read_funds(stack.rows[: header.index], code)
    indicators, subtotals = read_indicators(stack.rows[header.index + 1 :], header.columns)
    total, score = _totals(stack, header)
    goal, done = _goals(stack)
    whole = _is_whole(stack)
    form = _form(header, funded=bool(funds), whole=whole)
    return SelfEvaluation(
        form=form,
        whole=whole,
        name=name,
        code=code,
        unit=_field(stack, "unit"),
        funds=funds,
        indicators=indicators,
        subtotals=subtotals,
        points=_points(stack, header),
        total=total,
        total_score=score,
        grade=_field(stack, "grade"),
        conclusion=_field(stack, "conclusion"),
        problems=_field(stack, "problems"),
        measures=_field(stack, "measures"),
        goal=goal,
        done=done,
        rules=_rules(stack),
        grid=stack.grid,
        place=(name.place if name else stack.rows[0][0].place),
    )


def _header(stack: Stack) -> _Header | None:
    for index, row in enumerate(stack.rows):
        if found := indicator_columns(row):
            return _Header(index, _moved(found, stack, index))
    return None


def _moved(found: dict[str, int], stack: Stack, index: int) -> dict[str, int]:
    """The columns moved left where the rows below lost a box that stands before the header."""
    lost = min(found.values())
    if stack.grid.sure or not lost or not {"weight", "score"} <= set(found):
        return found
    there = _scored(stack, index, found, 0)
    return (
        {k: i - lost for k, i in found.items()}
        if _scored(stack, index, found, lost) > there
        else found
    )


def _scored(stack: Stack, index: int, found: dict[str, int], lost: int) -> int:
    """How many rows below have a number both under 分值 and under 得分, moved so far."""
    pairs = [
        (row, [found[k] - lost for k in ("weight", "score")]) for row in stack.rows[index + 1 :]
    ]
    return sum(
        all((cell := at(row, i)) is not None and read_number(cell.text) is not None for i in places)
        for row, places in pairs
    )


def _is_whole(stack: Stack) -> bool:
    """Whether the form is of a whole department: its name box says 部门 or 单位."""
    named = [c for row in stack.rows for c in filled(row) if is_label(c, "field", "name")]
    return bool(named) and not stem(named[0].text).startswith(("项目", "专项"))


def _form(header: _Header, *, funded: bool, whole: bool) -> str:
    levels = "level1" in header.columns
    if "weight" not in header.columns:
        return "F-A" if levels and funded else "generic"
    if levels:
        return "F-D" if funded else "generic"
    return "F-C" if funded else "F-B" if whole else "generic"


def _field(stack: Stack, concept: str) -> Entry | None:
    for row in stack.rows:
        for cell in filled(row):
            if is_label(cell, "field", concept):
                found = value_after(row, cell)
                if found is not None and not is_any_label(found):
                    return entry(found)
    return None


def _code(name: Entry | None) -> str:
    match = _CODE.match(name.words) if name else None
    return match[0] if match else ""


def _goals(stack: Stack) -> tuple[Entry | None, Entry | None]:
    for index, row in enumerate(stack.rows[:-1]):
        cells = filled(row)
        labels = [c for c in cells if is_label(c, "field", "goal")]
        if not labels:
            continue
        after = cells[cells.index(labels[-1]) + 1 :]
        done = [c for c in after if is_label(c, "field", "done")]
        if done:
            texts = [c for c in filled(stack.rows[index + 1]) if c not in cells][-2:]
            pair = [entry(c) for c in texts] + [None, None]
            return (pair[0], pair[1])
        return entry(value_after(row, labels[-1])), None
    return None, None


def _totals(stack: Stack, header: _Header) -> tuple[Entry | None, Entry | None]:
    weight_column = header.columns.get("weight")
    for number, row in enumerate(stack.rows):
        cells = filled(row)
        if not cells or not _is_total(cells[0], before=number < header.index):
            continue
        found = numbers(row)
        if len(found) >= 2:
            first, second = found[:2]
            turned = first.cell.column == header.columns.get("score")
            return (second, first) if turned else (first, second)
        if found:
            only = found[0]
            in_weight = weight_column is not None and only.cell.column == weight_column
            return (only, None) if in_weight else (None, only)
    return None, _boxed_score(stack)


def _is_total(cell: Cell, *, before: bool) -> bool:
    return is_label(cell, "field", "score" if before else "total")


def _boxed_score(stack: Stack) -> Entry | None:
    for row in stack.rows:
        cells = filled(row)
        for cell, following in pairwise(cells):
            found = entry(following, "得分", POINTS)
            if is_label(cell, "field", "score") and found and found.figure:
                return found
    return None


def _points(stack: Stack, header: _Header) -> Figure | None:
    row = stack.rows[header.index]
    for cell in filled(row):
        weight = is_label(cell, "indicator", "weight")
        if found := points_in(cell.content, bare=weight):
            return found
    for passage in _rules(stack):
        if match := _EQUALS.search(passage.text):
            return figure_at(passage, match.start(1), match.end(1), "分值", POINTS)
    return None


def _rules(stack: Stack) -> tuple[Passage, ...]:
    words = vocabulary()["words"]["instructions"]
    found: list[Cell] = []
    for row in stack.rows:
        found += [c for c in filled(row) if c not in found and any(w in c.text for w in words)]
    return tuple(cell.content for cell in found)

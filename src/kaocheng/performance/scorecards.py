"""Scorecards in tables (评分表): header rows, groups filled down, maxima in headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaocheng.kernel.documents import Cell, Document, Grid, Paragraph
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import is_blank
from kaocheng.performance.entries import POINTS, entry, percent_or_points, points_in
from kaocheng.performance.labels import columns, is_label, stem
from kaocheng.performance.records import Entry, Heading, Item, Scorecard
from kaocheng.performance.rows import Row, at, filled

_SEVERAL = 2
_LEVELS = ("level1", "level2")
_OFFICE = re.compile(r"(?:部门|(?:填报|编制|实施|预算)?单位)(?:名称)?(?:[（(]盖章[)）])?[:：]")


def read_scorecards(document: Document) -> tuple[Scorecard, ...]:
    """Every scorecard of the document, with the last paragraph or title row above it as title."""
    found: list[Scorecard] = []
    title = ""
    for block in document.blocks:
        if isinstance(block, Grid):
            card = _read(block, title)
            found += [card] if card else []
        elif isinstance(block, Paragraph) and (line := block.text.strip()):
            title = title if _OFFICE.match(line) else line
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Header:
    first: int
    last: int
    columns: dict[str, int]


def _read(grid: Grid, title: str) -> Scorecard | None:
    header = _header(grid)
    if header is None:
        return None
    items, headings = _body(grid.rows[header.last + 1 :], header.columns)
    if not items:
        return None
    above = [filled(row) for row in grid.rows[: header.first]]
    titles = [cells[0].text.strip() for cells in above if len(cells) == 1]
    most, total = _sums(grid.rows[header.last + 1 :], header.columns)
    return Scorecard(
        title=titles[-1] if titles else title,
        items=items,
        headings=headings,
        grid=grid,
        place=items[0].name.place,
        most=most,
        total=total,
    )


def _sums(rows: tuple[Row, ...], where: dict[str, int]) -> tuple[Entry | None, Entry | None]:
    """The maximum and the score of the last row, where that is the sum of all others (合计)."""
    last = rows[-1] if rows else ()
    if not any(is_label(cell, "field", "total") for cell in last):
        return None, None
    score = entry(at(last, where["score"]), "自评得分合计", POINTS)
    return percent_or_points(at(last, where["maximum"])), score


def _header(grid: Grid) -> _Header | None:
    for index, row in enumerate(grid.rows):
        if not any(is_label(cell, "scorecard", "level1") for cell in row):
            continue
        lower = columns(row, "scorecard")
        first, merged = index, dict(lower)
        for up in range(index - 1, max(-1, index - 3), -1):
            if upper := _above(grid.rows[up], row):
                first, merged = up, upper | merged
        return _header_with_end(grid, first, index, merged)
    return None


def _header_with_end(grid: Grid, first: int, index: int, merged: dict[str, int]) -> _Header | None:
    name = merged.get("name", merged.get("level2"))
    judged = {"rule", "method", "explain"} & set(merged)
    if name is None or "maximum" not in merged or "score" not in merged or not judged:
        return None
    last = index
    while last + 1 < grid.height and _is_blank_at(grid.rows[last + 1], name):
        last += 1
    return _Header(first, last, _of_items(grid.rows[index], merged, name))


def _of_items(row: Row, merged: dict[str, int], name: int) -> dict[str, int]:
    """Where each level has a column of points, those of the items stand right of their names."""
    columns = [at for at, cell in enumerate(row) if is_label(cell, "scorecard", "maximum")]
    right = [at for at in columns if at > name]
    if len(columns) < _SEVERAL or not right:
        return merged
    return merged | {"maximum": right[0]} | {f"points {at}": at for at in columns if at < name}


def _is_blank_at(row: Row, index: int) -> bool:
    cell = at(row, index)
    return cell is None or is_blank(cell.text)


def _above(upper: Row, lower: Row) -> dict[str, int]:
    """The columns an upper header row names, moved where flattening lost a merged cell."""
    found: dict[str, int] = {}
    shift = 0
    named = [i for i, c in enumerate(lower) if concepts_level(c)]
    cells = list(upper)
    for index, cell in enumerate(cells):
        for concept in columns((cell,), "scorecard"):
            if concept == "group":
                follows = at(upper, index + 1)
                span = len([i for i in named if i >= index])
                lost = follows is not None and follows is not cell and not is_blank(follows.text)
                shift += span - 1 if lost and span and named[0] == index else 0
            else:
                found.setdefault(concept, index + shift)
    return found


def concepts_level(cell: Cell) -> bool:
    """Whether a header cell names one of the levels of indicators."""
    return any(is_label(cell, "scorecard", c) for c in (*_LEVELS, "name"))


def _body(
    rows: tuple[Row, ...], where: dict[str, int]
) -> tuple[tuple[Item, ...], tuple[Heading, ...]]:
    items: list[Item] = []
    headings: list[Heading] = []
    name_column = where.get("name", where["level2"])
    levels = [where[c] for c in ("layer", *_LEVELS) if c in where and where[c] != name_column]
    path = [""] * len(levels)
    scope = ""
    for row in rows:
        name = at(row, name_column)
        if name is None or is_blank(name.text) or is_label(name, "scorecard", "name"):
            continue
        if is_label(name, "field", "sum"):
            continue
        for depth, column in enumerate(levels):
            cell = at(row, column)
            if cell is None or is_blank(cell.text) or stem(cell.text) == path[depth]:
                continue
            path[depth:] = [stem(cell.text)] + [""] * (len(levels) - depth - 1)
            parent = path[depth - 1] if depth else ""
            points = points_in(cell.content) or _beside(row, column, where)
            headings.append(Heading(Entry(cell), depth + 1, parent, points))
        scope_cell = at(row, where.get("scope"))
        if scope_cell is not None and not is_blank(scope_cell.text):
            scope = stem(scope_cell.text)
        items.append(_item(row, where, name, (tuple(path), scope)))
    return tuple(items), tuple(headings)


def _beside(row: Row, column: int, where: dict[str, int]) -> Figure | None:
    """The points of a group in the column right of its name, where each level has such a column."""
    cell = at(row, column + 1)
    if cell is None or f"points {column + 1}" not in where:
        return None
    found = percent_or_points(cell)
    return found.figure if found else None


def _item(
    row: Row, where: dict[str, int], name: Cell, at_path: tuple[tuple[str, ...], str]
) -> Item:
    maximum = percent_or_points(at(row, where["maximum"]))
    anchored = at(row, where["maximum"])
    return Item(
        path=at_path[0],
        scope=at_path[1],
        name=Entry(name),
        maximum=maximum,
        rule=entry(at(row, where.get("rule"))),
        method=entry(at(row, where.get("method"))),
        score=_score(row, where),
        shared=maximum is None or (anchored is not None and anchored.row_span > 1),
    )


def _score(row: Row, where: dict[str, int]) -> Entry | None:
    """The score in its column, or the last number of a row that flattening made shorter."""
    here = entry(at(row, where["score"]), "自评得分", POINTS)
    if here and here.figure:
        return here
    low = max(where.get("rule", 0), where.get("method", 0), where["maximum"])
    for cell in reversed(row[low + 1 :]):
        if is_blank(cell.text):
            continue
        last = entry(cell, "自评得分", POINTS)
        return last if last and last.figure else here
    return here

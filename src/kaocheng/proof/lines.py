"""A paper as the lines it prints (印出的行): paragraphs, headings and rows of tables, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box, Chart, Heading, Paper, Part, Prose, Sheet
from kaocheng.proof.records import Line, Piece, Spot

Named = Iterator[tuple[Figure, Spot]]


def spots(paper: Paper, number: int) -> Named:
    """Every figure printed in a paper with its spot, in the order of `Paper.figures()`."""
    for at, part in enumerate(paper.parts, start=1):
        if isinstance(part, Prose):
            for run, item in enumerate(part.runs, start=1):
                if item.figure:
                    yield item.figure, Spot(number, at, run=run)
        elif isinstance(part, Sheet):
            yield from _cells(part, number, at)
        elif isinstance(part, Chart):
            for series, (_, figure) in enumerate(part.series, start=1):
                yield figure, Spot(number, at, series=series)


def _cells(sheet: Sheet, number: int, at: int) -> Named:
    for row, boxes in enumerate(placed(sheet.body), start=1):
        for column, box in boxes:
            if box.figure:
                yield box.figure, Spot(number, at, row=row, column=column)


def lines(paper: Paper, number: int, ids: dict[Spot, str]) -> Iterator[Line]:
    """Every line of a paper, its figures named by their ids."""
    for at, part in enumerate(paper.parts, start=1):
        yield from _lines(part, at, number, ids)


def _lines(part: Part, at: int, number: int, ids: dict[Spot, str]) -> Iterator[Line]:
    if isinstance(part, Heading):
        yield Line("heading", at, (Piece(part.text),))
    elif isinstance(part, Prose):
        yield Line("prose", at, tuple(_runs(part, at, number, ids)))
    elif isinstance(part, Sheet):
        yield from _sheet(part, at, number, ids)
    elif isinstance(part, Chart) and part.caption:
        yield Line("caption", at, (Piece(part.caption),))


def _runs(part: Prose, at: int, number: int, ids: dict[Spot, str]) -> Iterator[Piece]:
    for run, item in enumerate(part.runs, start=1):
        yield Piece(item.text, ids.get(Spot(number, at, run=run), "") if item.figure else "")


def _sheet(part: Sheet, at: int, number: int, ids: dict[Spot, str]) -> Iterator[Line]:
    for text in (part.title, part.number, part.office, part.unit):
        if text:
            yield Line("title", at, (Piece(text),), sheet=part.title)
    for boxes in placed(part.head):
        cells = tuple(Piece(box.text, "", column) for column, box in boxes)
        yield Line("head", at, cells, sheet=part.title)
    for row, boxes in enumerate(placed(part.body), start=1):
        cells = tuple(
            Piece(box.text, ids.get(Spot(number, at, row=row, column=column), ""), column)
            for column, box in boxes
        )
        yield Line("row", at, cells, row, part.title)
    if part.note:
        yield Line("note", at, (Piece(part.note),), sheet=part.title)


def placed(rows: Iterable[tuple[Box, ...]]) -> Iterator[list[tuple[int, Box]]]:
    """Each row's cells with the 1-based columns they stand in, spans of rows above respected."""
    covered: dict[int, int] = {}
    for boxes in rows:
        columns = _free(covered)
        found, spans = [], {}
        for box in boxes:
            own = [next(columns) for _ in range(max(box.column_span, 1))]
            found.append((own[0], box))
            spans.update(dict.fromkeys(own, box.row_span - 1))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        covered |= {column: left for column, left in spans.items() if left > 0}
        yield found


def _free(covered: dict[int, int]) -> Iterator[int]:
    return (column for column in count(1) if column not in covered)

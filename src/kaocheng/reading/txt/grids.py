"""Grids in plain text (文本中的表格): rows of cells cut out of lines, each cell with its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from kaocheng.kernel.documents import Cell, Grid, Passage, Stretch, passage
from kaocheng.kernel.places import Place
from kaocheng.reading.txt.lines import Line

RawCell = list[Line]
RawRow = list[RawCell]
_MARGIN = " \t\u3000\xa0"
_TITLE = re.compile(r"(?:表|体系|得分)(?:[（(][^（()）]*[）)])?\Z")


def separated(run: Sequence[Line]) -> list[RawRow]:
    """The rows of a tab-separated grid, one row a line; drawn separators are no rows."""
    return [
        [[Line(line.number, part)] for part in line.text.split("\t")]
        for line in run
        if not line.is_ruler
    ]


def flattened(run: Sequence[Line]) -> list[RawRow]:
    """The rows of a grid flattened one cell a line: a tab begins a cell, a blank line ends a row.

    Lines without a tab go on in the cell before them, also after a blank line. Two blank lines are
    an empty paragraph at the end of a cell, after which its row goes on; three are that and the
    end of the row.
    """
    rows: list[RawRow] = []
    blanks = 1
    for index, line in enumerate(run):
        if line.blank:
            blanks += 1
            continue
        if line.is_cell and (blanks % 2 or not rows or _alone(index, run)):
            rows.append([[line]])
        elif line.is_cell:
            rows[-1].append([line])
        else:
            rows[-1][-1].append(line)
        blanks = 0
    return [row for row in rows if len(row) > 1 or any(line.bare for line in row[0])]


def _alone(index: int, run: Sequence[Line]) -> bool:
    """Whether a cell that names a table stands between blank lines, as a title does."""
    after = run[index + 1] if index + 1 < len(run) else None
    before = run[index - 1] if index else None
    return (
        bool(_TITLE.search(run[index].bare))
        and (after is None or after.blank)
        and (before is None or before.blank)
    )


def tables(rows: list[RawRow]) -> list[tuple[list[Line], list[RawRow]]]:
    """Tables that follow each other in one run, each as its title lines and its rows."""
    found: list[tuple[list[Line], list[RawRow]]] = []
    for row in rows:
        if not found or (_is_title(row) and found[-1][1]):
            found.append(([], []))
        title, body = found[-1]
        if len(row) == 1 and not body and _text(row[0]):
            title.extend(line for line in row[0] if line.bare)
        else:
            body.append(row)
    return found


def _is_title(row: RawRow) -> bool:
    return len(row) == 1 and bool(_TITLE.search(row[0][0].bare))


def _text(cell: RawCell) -> str:
    return "".join(line.bare for line in cell)


def grid(rows: list[RawRow], place: Place, *, sure: bool) -> Grid:
    """A rectangle of cells; short rows are filled with empty cells at the place of their row.

    `place` holds file and table number. The grid is unsure when rows differ in length and the
    reader cannot know which cells were merged.
    """
    width = max(len(row) for row in rows)
    body = tuple(_row(row, index, width, place) for index, row in enumerate(rows))
    even = all(len(a) == len(b) for a, b in pairwise(rows))
    return Grid(body, replace(place, line=rows[0][0][0].number), sure=sure or even)


def _row(row: RawRow, index: int, width: int, place: Place) -> tuple[Cell, ...]:
    last = [Line(row[-1][-1].number, "")]
    filled = [*row, *[last] * (width - len(row))]
    file, table, line, number = place.file, place.table, filled[0][0].number, index + 1
    return tuple(
        Cell(
            _passage(cell, Place(file, line, table=table, row=number, column=column + 1)),
            index,
            column,
        )
        for column, cell in enumerate(filled)
    )


def _passage(cell: RawCell, place: Place) -> Passage:
    if len(cell) == 1 and cell[0].number == place.line:
        return passage(cell[0].text.strip(_MARGIN), place)
    written = [line for line in cell if line.bare] or [cell[0]]
    texts = [line.text.strip(_MARGIN) for line in written]
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    stretches = tuple(
        Stretch(start, place if line.number == place.line else replace(place, line=line.number))
        for start, line in zip(starts, written, strict=True)
    )
    return Passage("\n".join(texts), stretches)

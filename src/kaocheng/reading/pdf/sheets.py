"""One page read (单页): its runs put into ruled cells or into free lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pypdfium2.raw as pdfium

from kaocheng.kernel.places import Box
from kaocheng.reading.pdf.clipping import visible
from kaocheng.reading.pdf.glyphs import MOST_GLYPHS, Handle, framed, runs, turned
from kaocheng.reading.pdf.lattice import Lattice, lattices
from kaocheng.reading.pdf.lines import lines
from kaocheng.reading.pdf.rulings import drawn
from kaocheng.reading.pdf.shapes import Image, Item, RoughCell, RoughGrid, Run, Sheet
from kaocheng.reading.pdf.splitting import split

_TIGHT = 0.12
_NUMBER = frozenset("0123456789.,，．-%％")


def sheet(page: Handle, number: int) -> Sheet:
    """Read one loaded page; the caller closes it."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return broken(number)
    try:
        count = min(max(pdfium.FPDFText_CountChars(text), 0), MOST_GLYPHS)
        frame = framed(page, text, count)
        upright: list[Run] = []
        slanting: list[Run] = []
        for run in runs(text, count, frame):
            (upright if turned(text, run.first) == frame.turn else slanting).append(run)
        drawing = drawn(page, frame)
        tables = lattices(drawing)
        inside, free = _sorted(upright, tables)
        shown = [run for run in free if visible(text, run, frame.corners())]
    finally:
        pdfium.FPDFText_ClosePage(text)
    grids = [
        split(_grid(table, cells, number)) for table, cells in zip(tables, inside, strict=True)
    ]
    items: list[Item] = [*lines(shown, number), *grids]
    items += [Image(number, box) for box in drawing.pictures]
    items.sort(key=_top)
    return Sheet(
        number,
        *frame.size,
        items,
        turned=lines(slanting, number),
        glyphs=sum(len(run.glyphs) for run in upright),
        swapped=frame.swapped,
    )


def broken(number: int) -> Sheet:
    """A page that pdfium cannot load."""
    return Sheet(number, 0, 0, [], broken=True)


def _top(item: Item) -> float:
    box = item.box
    return (box.top + box.bottom) / 2 if not isinstance(item, RoughGrid) else box.top


_Cells = dict[tuple[int, int], list[Run]]


def _sorted(found: Iterable[Run], tables: Sequence[Lattice]) -> tuple[list[_Cells], list[Run]]:
    """Runs by table and cell, and those outside of any table."""
    inside: list[_Cells] = [{} for _ in tables]
    free: list[Run] = []
    for run in found:
        middle = (run.left + run.right) / 2
        for table, cells in zip(tables, inside, strict=True):
            if table.holds(middle, run.middle):
                for piece, anchor in _parted(run, table):
                    cells.setdefault(anchor, []).append(piece)
                break
        else:
            free.append(run)
    return inside, free


def _parted(run: Run, table: Lattice) -> list[tuple[Run, tuple[int, int]]]:
    """A run cut where a ruling passes between two of its characters, each part with its cell."""
    row, first = table.spot(run.left, run.middle)
    _, last = table.spot(run.right, run.middle)
    anchors = table.owner[row]
    if first == last:
        return [(run, anchors[first])]
    cuts = [
        cut
        for column in range(first + 1, last + 1)
        if anchors[column] != anchors[column - 1] and (cut := _cut(run, table.xs[column]))
    ]
    parts = []
    for start, end in zip([0, *cuts], [*cuts, len(run.glyphs)], strict=True):
        if start < end:
            part = Run(run.glyphs[start:end], run.top, run.bottom)
            column = table.spot((part.left + part.right) / 2, run.middle)[1]
            parts.append((part, anchors[column]))
    return parts


def _cut(run: Run, x: float) -> int:
    """The index of the first glyph right of the ruling at x; 0 where it runs through a glyph."""
    size = run.size
    for index, ((a, _, end), (b, start, _)) in enumerate(
        zip(run.glyphs, run.glyphs[1:], strict=False), 1
    ):
        if end - 0.2 * size <= x <= start + 0.2 * size:
            number = a in _NUMBER and b in _NUMBER
            return 0 if number and start - end < _TIGHT * size else index
    return 0


def _grid(table: Lattice, cells: _Cells, number: int) -> RoughGrid:
    rough = []
    for (row, column), (high, wide) in table.spans().items():
        box = Box(table.xs[column], table.ys[row], table.xs[column + wide], table.ys[row + high])
        inside = tuple(lines(cells.get((row, column), ()), number))
        rough.append(RoughCell(row, column, high, wide, inside, box, number))
    return RoughGrid(number, table.box, table.xs, len(table.ys) - 1, tuple(rough))

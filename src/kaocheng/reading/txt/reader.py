"""The reader of plain text (.txt .csv): lines to paragraphs, pictures and grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kaocheng.kernel.documents import Block, Document, Paragraph, Picture, Unreadable
from kaocheng.kernel.places import Place
from kaocheng.reading.bounds import MOST_CELLS, too_many_cells
from kaocheng.reading.disk import spoken
from kaocheng.reading.txt import commas, grids, paging, wrapping
from kaocheng.reading.txt.encoding import decode
from kaocheng.reading.txt.lines import Line, lines

_LARGEST = 16 << 20
_MOST_LINES = 300_000
_MOST_BLANKS = 3


def read_txt(path: Path) -> Document:
    """Read a text file; raises Unreadable with a sentence for the user."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        raise Unreadable(f"“{path.name}”打不开：{spoken(error)}。") from error
    if size > _LARGEST:
        raise Unreadable(f"“{path.name}”超过 16 MB，没有读取；请拆成几份文件后再检查。")
    text, remarks = decode(data, path.name)
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        raise Unreadable(f"“{path.name}”超过 30 万行，没有读取；请拆成几份文件后再检查。")
    if text.count("\t") > MOST_CELLS:
        raise too_many_cells(path.name)
    blocks = tuple(_Builder(str(path)).blocks(lines(text), path.suffix.lower()))
    return Document(str(path), "txt", blocks, remarks=remarks)


class _Builder:
    """Counts paragraphs and tables while blocks are made."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.paragraphs = 0
        self.tables = 0
        self.going_on: frozenset[int] = frozenset()

    def blocks(self, all_lines: Sequence[Line], suffix: str) -> Iterator[Block]:
        """The blocks in reading order, page numbers behind the text that they interrupt."""
        rows = commas.rows(all_lines, named=suffix == ".csv")
        if rows:
            yield self._grid(rows, sure=True)
            return
        text, marks = paging.without_marks(all_lines)
        self.going_on = wrapping.goes_on(text)
        index = 0
        while index < len(text):
            end = _run_end(text, index)
            if end > index:
                yield from self._run(text[index:end])
            else:
                end = self._paragraph_end(text, index)
                yield from self._line(*text[index:end])
            index = end
            while marks and (index == len(text) or marks[0].number < text[index].number):
                yield self._paragraph(marks.popleft(), role="footer")

    def _paragraph_end(self, text: Sequence[Line], start: int) -> int:
        """Behind the last line of a paragraph that was broken at a fixed width."""
        end = start + 1
        while end < len(text) and text[end].number in self.going_on:
            end += 1
        return end

    def _line(self, *lines: Line) -> Iterator[Block]:
        """What a line shows: a picture, or a paragraph, to which the further lines belong."""
        if lines[0].picture is not None:
            yield Picture(lines[0].picture, Place(self.file, line=lines[0].number))
        elif lines[0].bare and not lines[0].is_ruler:
            yield self._paragraph(*lines)

    def _paragraph(self, *lines: Line, role: str = "body") -> Paragraph:
        self.paragraphs += 1
        place = Place(self.file, paragraph=self.paragraphs)
        return Paragraph(wrapping.joined(lines, place), role=role)

    def _run(self, run: Sequence[Line]) -> Iterator[Block]:
        rows = sum(line.is_row for line in run)
        cells = sum(line.is_cell and not line.is_row for line in run)
        if rows >= cells:
            body = grids.separated([line for line in run if not line.blank])
            if len(body) > 1 or len(body[0]) > 2:
                yield self._grid(body, sure=True)
            else:
                yield from (block for line in run for block in self._line(line))
            return
        for title, table in grids.tables(grids.flattened(run)):
            for line in title:
                yield from self._line(line)
            if table:
                yield self._grid(table, sure=False)

    def _grid(self, rows: list[grids.RawRow], *, sure: bool) -> Block:
        self.tables += 1
        return grids.grid(rows, Place(self.file, table=self.tables), sure=sure)


def _run_end(all_lines: Sequence[Line], start: int) -> int:
    """Where the grid that begins at `start` ends, or `start` when none begins there."""
    first = all_lines[start]
    if first.is_row and not first.is_ruler:
        return _rows_end(all_lines, start)
    if first.is_cell:
        return _cells_end(all_lines, start)
    return start


def _rows_end(all_lines: Sequence[Line], start: int) -> int:
    """Rows of cells go on while lines hold tabs, also over one blank line at equal width."""
    end = start + 1
    while end < len(all_lines):
        line = all_lines[end]
        if "\t" in line.text or (line.is_ruler and line.bare):
            end += 1
        elif (
            line.blank
            and end + 1 < len(all_lines)
            and _same(all_lines[end - 1], all_lines[end + 1])
        ):
            end += 2
        else:
            break
    return end


def _same(before: Line, after: Line) -> bool:
    width = before.text.count("\t")
    return width > 2 and width == after.text.count("\t") and not before.is_ruler


def _cells_end(all_lines: Sequence[Line], start: int) -> int:
    """A flattened grid goes on while cells follow, and as long as text still belongs to one."""
    end = start + 1
    while end < len(all_lines):
        line = all_lines[end]
        if line.blank:
            after = _after_blanks(all_lines, end)
            if after == len(all_lines) or after - end > _MOST_BLANKS:
                break
            if not all_lines[after].is_cell and after - end > 1:
                break
            end = after
            continue
        reached = _still_inside(all_lines, end)
        if reached == end:
            break
        end = reached
    return end


def _after_blanks(all_lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(all_lines) and all_lines[end].blank:
        end += 1
    return end


def _still_inside(all_lines: Sequence[Line], index: int) -> int:
    """Up to which line the grid surely reaches from the line at `index`, or `index` if it ends.

    Text belongs to a cell directly under a line of the cell, and after a blank line when a further
    cell comes before the grid ends.
    """
    line = all_lines[index]
    if line.is_cell:
        return index + 1
    if line.is_chapter or line.picture is not None:
        return index
    if not all_lines[index - 1].blank:
        return index + 1
    for position in range(index + 1, len(all_lines)):
        line = all_lines[position]
        if line.is_cell:
            return position
        ended = line.blank and all_lines[position - 1].blank
        if ended or line.is_chapter or line.picture is not None:
            break
    return index

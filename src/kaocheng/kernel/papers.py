"""A document to be written (文稿): a tree of titles, sentences, tables and charts that carry figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kaocheng.kernel.figures import Figure


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence (文字段); one that prints a figure carries it, its text the print."""

    text: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph (段落).

    `role` is "body", "note" (注), "caption" (图题), "signature" or "centre"; in letters also
    "salutation" (抬头, not indented) and "seal" (署名、印章、日期, line by line one below the other).
    """

    runs: tuple[Run, ...]
    role: str = "body"

    @property
    def text(self) -> str:
        """The whole paragraph as printed."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading (标题): `level` 1 for 第一部分, 2 for 一、, 3 for （一）, 4 for 1.; `text` with its number.

    One that `opens` is the title of a report of its own (附件、报告): centred, on a new page.
    """

    level: int
    text: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a printed table (表格单元格); covered positions of a span are left out of its row.

    `align` is "left", "centre" or "right"; `header` marks a head cell; `total` a 合计 row's cell.
    """

    text: str
    figure: Figure | None = None
    row_span: int = 1
    column_span: int = 1
    align: str = "left"
    header: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed table (报表): `number` such as 公开01表, unit line, office line, head and body rows.

    `head` rows are repeated on each page; `widths` are relative column widths; `kind` the form's
    identifier; `rows_of` of the live workbook may hold formulas, written from `sums`: for a cell
    (row, column of `body`, 0-based, columns counted on the grid with spans) the cells it is the
    sum of.
    """

    kind: str
    title: str
    number: str
    unit: str
    office: str
    head: tuple[tuple[Box, ...], ...]
    body: tuple[tuple[Box, ...], ...]
    widths: tuple[float, ...]
    note: str = ""
    landscape: bool = False
    sums: tuple[tuple[tuple[int, int], tuple[tuple[int, int], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart (图): kind "column" or "pie", its caption, its series, and the same in words."""

    kind: str
    caption: str
    series: tuple[tuple[str, Figure], ...]
    description: str


@dataclass(frozen=True, slots=True)
class Code:
    """A square code to be scanned (二维码): `rows` of "1" (dark) and "0", and the lines beside it.

    `label` says in words where it leads; `seal` (署名、印章、日期) stands to the right, line by line.
    """

    rows: tuple[str, ...]
    lines: tuple[str, ...]
    label: str
    seal: str = ""


Part = Heading | Prose | Sheet | Chart | Code


class Shape(StrEnum):
    """How a paper begins (文稿形式)."""

    REPORT = "report"
    """With cover and contents."""
    LETTER = "letter"
    """With its title, and 文号 below it, at the head of the first page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document to be written (文稿): cover title, office, year, edition, and its parts.

    A letter also has its `number` (文号), and the `day` on which it was issued.
    """

    title: str
    office: str
    year: int
    edition: str
    parts: tuple[Part, ...]
    attachments: tuple[str, ...] = field(default=())
    shape: Shape = Shape.REPORT
    number: str = ""
    day: date | None = None

    @property
    def dated(self) -> date:
        """The day the file is dated with, so that two runs give the same bytes."""
        return self.day or date(self.year, 12, 31)

    def figures(self) -> Iterator[Figure]:
        """Every figure printed, in reading order, a figure printed twice twice."""
        for part in self.parts:
            yield from _figures(part)


class Unwritable(Exception):
    """A document that cannot be written (无法写出); its text is the whole sentence for the user."""


def anchor(number: int) -> str:
    """The name (锚点) of the n-th figure of `Paper.figures()`, from 1, in every written format.

    docx: a hidden bookmark "_kc000012" round its run; html: the id of the element; in the SVG of a
    chart the id of the words. xlsx and pdf hold none: there the order of the figures tells them.
    """
    return f"kc{number:06d}"


def _figures(part: Part) -> Iterator[Figure]:
    if isinstance(part, Prose):
        yield from (run.figure for run in part.runs if run.figure)
    elif isinstance(part, Sheet):
        yield from (box.figure for row in part.body for box in row if box.figure)
    elif isinstance(part, Chart):
        yield from (figure for _, figure in part.series)

"""Where something stands in a file (位置), exactly enough to put a finger on it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, origin at the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """One place in one file.

    `line` is the 1-based line of a text file and None elsewhere; `page` the 1-based page of a PDF;
    `sheet` the name of a worksheet; `table` the 1-based running number of the grid in the file;
    `row` and `column` are 1-based in that grid (in a worksheet: its own row and column);
    `paragraph` is the 1-based running number of the paragraph; `start` and `end` are character
    offsets inside the paragraph or cell.
    """

    file: str
    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    box: Box | None = None

    def between(self, start: int, end: int) -> Place:
        """The same place narrowed to the characters from `start` up to `end`."""
        return replace(self, start=start, end=end)

    def words(self) -> str:
        """The place as a person would say it: 第3页第2张表第5行第4列."""
        parts = [
            (self.sheet, f"工作表“{self.sheet}”"),
            (self.page, f"第{self.page}页"),
            (self.line, f"第{self.line}行"),
            (self.table, f"表{self.table}"),
            (self.row, f"{self.row}行"),
            (self.column, f"{self.column}列"),
        ]
        if self.line is None and self.table is None and self.paragraph is not None:
            parts.append((self.paragraph, f"第{self.paragraph}段"))
        return "".join(text for value, text in parts if value is not None)

"""Small made-up PDF files for the tests of the reader, drawn with reportlab."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
LEFT, RIGHT = 72.0, 72.0 + 14 * 32
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Paper:
    """A page to write on, measured in points from the top left corner."""

    def __init__(self, path: Path, *, size: tuple[float, float] = A4, **options: object) -> None:
        self.path = path
        self.size = size
        self.canvas = Canvas(str(path), pagesize=size, invariant=1, **options)

    def write(self, x: float, y: float, text: str, size: float = 14, align: str = "left") -> None:
        """Text whose baseline lies at y."""
        self.canvas.setFont(FONT, size)
        at = self.size[1] - y
        draw = {
            "left": self.canvas.drawString,
            "right": self.canvas.drawRightString,
            "centre": self.canvas.drawCentredString,
        }[align]
        draw(x, at, text)

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A stroked line."""
        high = self.size[1]
        self.canvas.line(x1, high - y1, x2, high - y2)

    def bar(self, x: float, y: float, wide: float, high: float) -> None:
        """A filled rectangle, the way spreadsheets draw lines."""
        self.canvas.rect(x, self.size[1] - y - high, wide, high, stroke=0, fill=1)

    def table(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: int = 9
    ) -> None:
        """A fully ruled table; a cell of two lines has a newline."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        self.fill(xs, ys, rows, size)

    def fill(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: int = 9
    ) -> None:
        """The text of a table without its lines."""
        for row, top in zip(rows, ys, strict=False):
            for text, left in zip(row, xs, strict=False):
                for number, line in enumerate(text.split("\n")):
                    self.write(left + 3, top + size + 3 + number * (size + 2), line, size)

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()

    def done(self) -> Path:
        """The file, saved."""
        self.canvas.save()
        return self.path

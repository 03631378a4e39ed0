"""What stands on a page before it becomes a document (版面): glyph runs, lines, rough grids."""

from __future__ import annotations

from dataclasses import dataclass, field

from kaocheng.kernel.places import Box

Glyph = tuple[str, float, float]
"""A character with its left and right edge in points; a plain tuple, a page has thousands."""


@dataclass(slots=True)
class Run:
    """Glyphs set side by side on one baseline (字串), in points from the top left corner.

    `first` is pdfium's index of the first character on the page.
    """

    glyphs: list[Glyph]
    top: float
    bottom: float
    first: int = -1

    @property
    def left(self) -> float:
        """The left edge of the first glyph."""
        return self.glyphs[0][1]

    @property
    def right(self) -> float:
        """The right edge of the last glyph."""
        return self.glyphs[-1][2]

    @property
    def middle(self) -> float:
        """The height of the middle line."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The height of the characters, near the font size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line between wide gaps (段), a candidate for a cell."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (行). `head` is the width of its first unbreakable piece, in points."""

    text: str
    box: Box
    page: int
    segments: tuple[Segment, ...]
    size: float
    head: float

    @property
    def middle(self) -> float:
        """The height of the middle of the line."""
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class RoughCell:
    """A cell before its grid is whole (粗格): 0-based anchor, spans, lines and rectangle."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Line, ...]
    box: Box
    page: int

    @property
    def text(self) -> str:
        """The text, for comparison only."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class RoughGrid:
    """A table on one page or joined over several (粗表); `xs` are the edges of its columns."""

    page: int
    box: Box
    xs: tuple[float, ...]
    height: int
    cells: tuple[RoughCell, ...]
    sure: bool = True
    joined: int = 1

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a page (图片)."""

    page: int
    box: Box


Item = Line | RoughGrid | Image


@dataclass(slots=True)
class Sheet:
    """One page as seen (页面): items from top to bottom, running heads set aside.

    `swapped` tells that the file gives the page's sides the wrong way round.
    """

    number: int
    width: float
    height: float
    items: list[Item]
    heads: list[Line] = field(default_factory=list)
    feet: list[Line] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    glyphs: int = 0
    broken: bool = False
    swapped: bool = False

    def lines(self) -> list[Line]:
        """The lines outside of grids."""
        return [item for item in self.items if isinstance(item, Line)]

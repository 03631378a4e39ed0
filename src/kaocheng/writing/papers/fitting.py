"""Fitting a table to its page (版面): type size, column widths and row height in points.

A figure is never broken over two lines: columns of words give way first, then the type becomes
smaller, then the page is turned and at last the table is parted (`splitting`); one that cannot be
parted has a larger page. A table that nearly fits its pages is set a little closer, so that no two
rows stand alone on the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaocheng.kernel.papers import Sheet, Unwritable
from kaocheng.writing.papers.measuring import Measures, Words, measure

PITCH = 1.25
"""Distance from line to line in a cell, in type sizes."""
RULE = 0.5
"""How thick the lines of a table are; each row is higher by one."""
_EDGE = 0.8
_SIZES = tuple(size / 2 for size in range(21, 5, -1))
SMALLEST, _TINIEST = 7.5, 3.0
"""The least type that is read with ease, and the least for a table that cannot be parted."""
_COMFORTABLE = 8.5
_HIGHEST = 0.4
"""A row that takes more of the page than this share may be split."""
_PADS = (4.4, 3.2, 2.4, 1.8, 1.4)
_LOOKS = sorted(
    ((size, pad) for size in _SIZES for pad in _PADS if size >= SMALLEST),
    key=lambda look: look[0] + 0.95 * min(look[1], 2.8) + 0.01 * look[1],
    reverse=True,
)
"""Type size and blank from the most to the least comfortable."""
_TITLE, _LINE, _SLACK = 36.0, 15.0, 14.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page (页面): size and margins in millimetres; GB/T 9704 for the upright page.

    `side` is the blank left and right of the text in the cells of its tables, in points.
    """

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    side: float = 3.0

    @property
    def across(self) -> float:
        """Width of the text area in points."""
        return (self.width - self.left - self.right) * 72 / 25.4

    @property
    def down(self) -> float:
        """Height of the text area in points."""
        return (self.height - self.top - self.bottom) * 72 / 25.4


UPRIGHT = Page("upright", 210, 297, 28, 26, 37, 35)
LETTER = Page("letter", 210, 297, 28, 26, 30, 24)
"""The upright page of a letter, on which a receipt stands whole; as wide as `UPRIGHT`."""
TURNED = Page("turned", 297, 210, 20, 20, 26, 22)
TALL = Page("tall", 210, 297, 15, 15, 26, 22, side=2.0)
"""An upright page with the margins of a turned one, for a table that would need two of those."""
WIDE = Page("wide", 297, 210, 15, 15, 26, 22, side=2.0)
"""A turned page with narrow margins, for the parts of a table that is too wide for one page."""
LARGE = Page("large", 420, 297, 12, 12, 26, 22, side=1.5)
_LEAST = {UPRIGHT: SMALLEST, TALL: SMALLEST, TURNED: SMALLEST, WIDE: SMALLEST, LARGE: _TINIEST}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands on its page; `pad` is the blank above and below the text of a row.

    `splits` tells that rows are so high that they may break over two pages.
    """

    page: Page
    widths: tuple[float, ...]
    size: float
    pad: float
    splits: bool = False

    def heights(self, rows: Sequence[Sequence[Words]]) -> list[float]:
        """The height of each row in points; what spans rows makes the last of them higher."""
        found: list[float] = []
        for number, row in enumerate(rows):
            needed = [self._needed(words, found, number) for words in row]
            found.append(max([self.size * PITCH + 2 * self.pad, *needed]) + RULE)
        return found

    def _needed(self, words: Words, above: Sequence[float], row: int) -> float:
        lines = words.height(self._room(words))
        already = sum(above[row - words.rows + 1 : row]) if words.rows > 1 else 0.0
        return lines * self.size * PITCH + 2 * self.pad - already

    def _room(self, words: Words) -> float:
        return (sum(self.widths[words.start : words.end]) - 2 * self.page.side) / self.size


def fit(sheet: Sheet, above: float = 0.0) -> Layout:
    """The layout of a sheet under headings that take so many points of the same page.

    A table that needs several turned pages stands upright or between narrow margins where that takes
    only one.

    Raises Unwritable where it has more columns than can be read on any page.
    """
    measures = measure(sheet)
    fitting = [p for p in (UPRIGHT, TURNED, WIDE, LARGE) if _allows(p, measures)]
    wished = [page for page in fitting if not sheet.landscape or page is not UPRIGHT]
    if not wished:
        raise Unwritable(
            f"《{sheet.title}》有 {len(measures.least)} 栏，横放的 A3 纸也排不下，请按栏分成几张表。"
        )
    pages, layout = _closest(sheet, measures, wished[0], above)
    if pages == 1 or layout.page is UPRIGHT:
        return layout
    for page in (UPRIGHT, TALL, WIDE):
        if _allows(page, measures):
            alone, upright = _closest(sheet, measures, page, above)
            if alone == 1:
                return upright
    return layout


def fit_parts(parts: Sequence[Sheet], above: float = 0.0) -> list[Layout]:
    """The layouts of the parts of one table: all on wide pages, in the same type, rows as close."""
    most = _SIZES[0]
    for _ in range(2):
        layouts = [
            _closest(part, measure(part), WIDE, 0.0 if number else above, most)[1]
            for number, part in enumerate(parts)
        ]
        most = min(layout.size for layout in layouts)
    pad = min(layout.pad for layout in layouts)
    return [replace(layout, pad=pad) for layout in layouts]


def points(widths: Sequence[float], page: Page, size: float) -> list[float]:
    """Widths in type sizes as columns of a table on that page, in points."""
    return [width * size + 2 * page.side + _EDGE for width in widths]


def _allows(page: Page, measures: Measures) -> bool:
    """Whether every figure stands on one line in a type that the page may have."""
    return sum(points(measures.least, page, _LEAST[page])) <= page.across


def _closest(
    sheet: Sheet, measures: Measures, page: Page, above: float, most: float = _SIZES[0]
) -> tuple[int, Layout]:
    """The most comfortable layout of those that need the fewest pages, and how many these are."""
    lines = bool(sheet.number) + bool(sheet.unit or sheet.office)
    first = page.down - above - _TITLE - _LINE * lines - _SLACK
    sizes = [s for s in _SIZES if sum(points(measures.least, page, s)) <= page.across]
    looks = [look for look in _LOOKS if look[0] in sizes and _LEAST[page] <= look[0] <= most]
    counted: list[tuple[int, Layout]] = []
    for size, pad in looks or [(size, _PADS[-1]) for size in sizes]:
        layout = Layout(page, _widths(sheet, measures, page, size), size, pad)
        pages = _pages(sheet, measures, layout, first)
        if pages == 1:
            return 1, layout
        counted.append((pages, layout))
    comfortable = [pair for pair in counted if _is_comfortable(pair[1])]
    pages, layout = min(comfortable or counted, key=lambda pair: pair[0])
    highest = max(layout.heights(measures.body), default=0.0)
    return pages, replace(layout, splits=highest > _HIGHEST * page.down)


def _is_comfortable(layout: Layout) -> bool:
    return layout.size >= _COMFORTABLE and layout.pad >= _PADS[-2]


def _pages(sheet: Sheet, measures: Measures, layout: Layout, first: float) -> int:
    """On how many pages a sheet stands, its head again on each."""
    head = sum(layout.heights(measures.head))
    left, pages = first - head, 1
    for height in (*layout.heights(measures.body), note_height(sheet)):
        if height > left:
            left, pages = layout.page.down - _SLACK - head, pages + 1
        left -= height
    return pages


def _widths(sheet: Sheet, measures: Measures, page: Page, size: float) -> tuple[float, ...]:
    """The asked shares, but no wider than the words need while another column still wraps."""
    across = page.across
    least, whole = (points(w, page, size) for w in (measures.least, measures.whole))
    given = (*sheet.widths, *[1.0] * (len(least) - len(sheet.widths)))
    asked = [across * width / sum(given) for width in given]
    widths = [max(low, min(ask, top)) for low, ask, top in zip(least, asked, whole, strict=True)]
    over = sum(widths) - across
    if over > 0:
        gaps = [have - low for have, low in zip(widths, least, strict=True)]
        return _moved(widths, gaps, -over)
    gaps = [max(top - have, 0) for have, top in zip(widths, whole, strict=True)]
    widths = list(_moved(widths, gaps, min(-over, sum(gaps))))
    return _moved(widths, asked, across - sum(widths))


def _moved(widths: Sequence[float], shares: Sequence[float], amount: float) -> tuple[float, ...]:
    """Widths changed by an amount in all, in proportion to `shares`."""
    whole = sum(shares)
    if not whole:
        return tuple(widths)
    return tuple(w + amount * share / whole for w, share in zip(widths, shares, strict=True))


def height(sheet: Sheet, layout: Layout) -> float:
    """How high a sheet stands without its title, in points."""
    measures = measure(sheet)
    rows = (*layout.heights(measures.head), *layout.heights(measures.body))
    return sum(rows) + note_height(sheet)


def note_height(sheet: Sheet) -> float:
    """About how high the note below a sheet stands, in points."""
    return 16.0 * sum(1 + len(line) // 44 for line in sheet.note.split("\n")) if sheet.note else 0

"""The plan of a paper (编排): what begins a page, which pages are turned, what the contents list.

Docx and pdf follow the same plan, so that they break pages alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kaocheng.kernel.papers import Chart, Heading, Paper, Part, Prose, Run, Shape, Sheet
from kaocheng.writing.papers.balancing import lines_of, margin
from kaocheng.writing.papers.fitting import LETTER, UPRIGHT, Layout, Page, fit, fit_parts, height
from kaocheng.writing.papers.splitting import strips

CONTENTS_DEPTH = 2
_COVER, _PART, _REPORT, _TABLE, _FORM = 36.0, 22.0, 18.0, 18.0, 14.0
"""The type of titles in points: on the cover, of a part, of a report, of a table, of a form in the text."""
_LISTED, _PAGE_COLUMN = 14.0, 1.5
"""The type of the contents in points; the room of dots and page, in type sizes."""
_HIGH = 0.25
"""A table in the text that takes more of the page than this begins a new one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part in its place: on which page it stands and whether it `breaks` to a new one.

    `level` is its depth among the bookmarks, 0 for none; `entry` its number in the contents, 0 for
    none; `first` the number of its first figure in `Paper.figures()`; `held` which figures a part of
    a table holds, counted from the first of the table.
    """

    part: Part
    page: Page
    breaks: bool
    level: int
    entry: int
    first: int
    layout: Layout | None = None
    held: tuple[int, ...] | None = None

    @property
    def numbers(self) -> Iterator[int]:
        """The numbers of its figures in `Paper.figures()`."""
        held = range(figures_of(self.part)) if self.held is None else self.held
        return (self.first + index for index in held)

    @property
    def title(self) -> str:
        """What bookmarks and contents call it."""
        return self.part.text if isinstance(self.part, Heading) else getattr(self.part, "title", "")

    @property
    def narrow(self) -> float:
        """The blank in points on each side of its title, where that is centred on several lines."""
        part = self.part
        if isinstance(part, Heading):
            size = _REPORT if part.opens else _PART if part.level == 1 else None
        else:
            size = (_TABLE if part.number else _FORM) if isinstance(part, Sheet) else None
        return margin(self.title, size, self.page.across) if size else 0.0

    @property
    def stands_alone(self) -> bool:
        """Whether it is a table with a page of its own rather than one inside the text."""
        return isinstance(self.part, Sheet) and (bool(self.part.number) or self.page is not UPRIGHT)


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive items on pages of one shape (节)."""

    page: Page
    items: tuple[Item, ...]


def sections(paper: Paper) -> tuple[Section, ...]:
    """The paper's parts in order, gathered by the shape of their pages."""
    planned = _levelled(_placed((*paper.parts, *attachments(paper))))
    if paper.shape is Shape.REPORT:
        planned = _entered(planned)
    upright = LETTER if paper.shape is Shape.LETTER else UPRIGHT
    return tuple(
        Section(upright if page is UPRIGHT else page, tuple(group))
        for page, group in groupby(planned, key=lambda item: item.page)
    )


def contents(plan: Sequence[Section]) -> list[Item]:
    """The items that the table of contents lists."""
    return [item for section in plan for item in section.items if item.entry]


def cover_lines(paper: Paper) -> tuple[str, ...]:
    """The title as it stands on the cover: the office's name on its own line."""
    if paper.office and paper.title.startswith(paper.office) and paper.title != paper.office:
        return paper.office, paper.title.removeprefix(paper.office).strip()
    return (paper.title,)


def listed(item: Item) -> list[str]:
    """The lines of an item's title in the contents, its page beside the last."""
    level = min(item.level, CONTENTS_DEPTH)
    room = UPRIGHT.across - _LISTED * (2 * (level - 1) + _PAGE_COLUMN)
    return lines_of(item.title, _LISTED, room)


def cover_margin(line: str) -> float:
    """The blank in points on each side of a line of the cover that breaks."""
    return margin(line, _COVER, UPRIGHT.across)


def attachments(paper: Paper) -> tuple[Prose, ...]:
    """The list of attachments (附件：1. …) that stands after the text."""
    names = paper.attachments
    if len(names) < 2:
        return tuple(Prose((Run(f"附件：{name}"),)) for name in names)
    heads = ("附件：", *["　　　"] * (len(names) - 1))
    return tuple(
        Prose((Run(f"{head}{number}. {name}"),))
        for number, (head, name) in enumerate(zip(heads, names, strict=True), 1)
    )


def _placed(parts: Sequence[Part]) -> Iterator[Item]:
    """Items with their pages: headings go with the sheet that follows them directly."""
    first = 1
    waiting: list[Item] = []
    for part in parts:
        if isinstance(part, Heading):
            # the first report stands right below the heading of all
            breaks = part.level == 1 or (part.opens and not waiting)
            waiting.append(Item(part, UPRIGHT, breaks, part.level, 0, first))
            continue
        if isinstance(part, Sheet):
            yield from _sheet(part, waiting, first)
        else:
            yield from (*waiting, Item(part, UPRIGHT, breaks=False, level=0, entry=0, first=first))
        waiting = []
        first += figures_of(part)
    yield from waiting


def _sheet(sheet: Sheet, waiting: Sequence[Item], first: int) -> Iterator[Item]:
    parts = strips(sheet)
    above = sum(56.0 if item.level == 1 else 29.0 for item in waiting)
    whole = [fit(sheet, above)] if len(parts) == 1 else []
    layout, *others = whole or fit_parts([part.sheet for part in parts], above)
    alone = bool(sheet.number) or layout.page is not UPRIGHT
    # a form that would break over two pages from the middle of one begins its own
    breaks = alone or height(parts[0].sheet, layout) > _HIGH * layout.page.down
    for index, item in enumerate(waiting):
        yield replace(item, page=layout.page, breaks=item.breaks or (breaks and not index))
    named = any(sheet.title in item.title for item in waiting[-1:])
    level = CONTENTS_DEPTH if sheet.number and sheet.title and not named else 0
    held = parts[0].figures
    yield Item(parts[0].sheet, layout.page, breaks and not waiting, level, 0, first, layout, held)
    for part, placed in zip(parts[1:], others, strict=True):
        yield Item(
            part.sheet, placed.page, breaks=True, level=0, entry=0, first=first,
            layout=placed, held=part.figures,
        )  # fmt: skip


def _levelled(items: Iterator[Item]) -> Iterator[Item]:
    """Bookmarks begin at the first level and never skip one, as a tagged document must not."""
    placed, depth = list(items), 0
    top = min((item.level for item in placed if item.level), default=1)
    for item in placed:
        if item.level:
            depth = min(item.level - top + 1, depth + 1)
            yield replace(item, level=depth)
        else:
            yield item


def _entered(items: Iterator[Item]) -> Iterator[Item]:
    number = 0
    for item in items:
        if 0 < item.level <= CONTENTS_DEPTH:
            number += 1
            yield replace(item, entry=number)
        else:
            yield item


def figures_of(part: Part) -> int:
    """How many figures a part prints, counted as `Paper.figures()` counts them."""
    if isinstance(part, Prose):
        return sum(run.figure is not None for run in part.runs)
    if isinstance(part, Sheet):
        return sum(box.figure is not None for row in part.body for box in row)
    return len(part.series) if isinstance(part, Chart) else 0

"""The document as it was read (文件原文), page by page, with its marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph, Picture
from kaocheng.kernel.numerals import is_dash, read_number
from kaocheng.kernel.places import Place
from kaocheng.writing.cards import Card
from kaocheng.writing.html.escaping import esc
from kaocheng.writing.html.marks import Mark, Where, anchors, link, marked
from kaocheng.writing.labels import head_rows

_CHUNK = 60
_DEEPEST = 6
Marks = Mapping[Where, Sequence[Mark]]
_LONG = 6  # words, not a figure or a short label: the column keeps a width to read them in


def paper(document: Document, on_it: Marks) -> str:
    """All blocks, in chunks that a browser lays out only when they come into sight."""
    whole = [mark.card for mark in on_it.get((None, None), ()) if mark.card is not None]
    missing = "".join(
        f'<p class="missing">关于整份文件：{anchors([card])}{link(_headline(card), [card])}</p>\n'
        for card in whole
    )
    return missing + "".join(_chunks(document, on_it))


def _headline(card: Card) -> str:
    expected = card.finding.expected
    return f"{card.title}：{expected}" if expected else card.title


def _chunks(document: Document, on_it: Marks) -> Iterator[str]:
    page: tuple[int | None, str | None] = (None, None)
    count = 0
    yield '<div class="chunk">\n'
    for index, block in enumerate(document.blocks):
        here = (_place(block).page, _place(block).sheet)
        if here != page or count >= _CHUNK:
            yield '</div>\n<div class="chunk">\n'
            count = 0
        if here not in (page, (None, None)):
            yield _break(*here)
        page, count = here, count + 1
        yield _block(index, block, on_it)
    yield "</div>\n"


def _place(block: Block) -> Place:
    return block.content.place if isinstance(block, Paragraph) else block.place


def _break(page: int | None, sheet: str | None) -> str:
    said = f"工作表 {sheet}" if sheet is not None else f"第 {page} 页"
    return f'<div class="break" role="separator" aria-label="{esc(said)}">{esc(said)}</div>\n'


def _block(index: int, block: Block, on_it: Marks) -> str:
    here = on_it.get((index, None), ())
    if isinstance(block, Grid):
        return _grid(index, block, on_it, here)
    if isinstance(block, Picture):
        shown = [mark.card for mark in here if mark.card is not None]
        note = link(" 有问题", shown) if shown else ""
        return f'<p class="picture">{anchors(shown)}（图片）{esc(block.description)}{note}</p>\n'
    return _paragraph(block, here)


def _paragraph(block: Paragraph, here: Sequence[Mark]) -> str:
    text = marked(block.text, here)
    if block.level is not None:
        # a heading of the document stands below those of the page, and is never a landmark of it
        level = min(block.level + 2, _DEEPEST)
        return f'<div class="h h{level}" role="heading" aria-level="{level}">{text}</div>\n'
    return f'<p class="{esc(block.role)}">{text}</p>\n'


def _grid(index: int, grid: Grid, on_it: Marks, here: Sequence[Mark]) -> str:
    shown = [mark.card for mark in here if mark.card is not None]
    note = link(f"这张表有 {len(shown)} 条说明", shown) if shown else ""
    about = f'<p class="about-table">{anchors(shown)}{note}</p>' if shown else ""
    unsure = "" if grid.sure else '<p class="unsure">这张表没有框线，列是推断的。</p>'
    head = head_rows(grid)
    # text files tell nothing of merged cells: an empty cell behind a head belongs to it
    merged = any(cell.row_span > 1 or cell.column_span > 1 for cell in grid.cells())
    text_file = grid.place.line is not None and not merged
    rows = (
        _row(index, row, at, on_it, head=at < head, spread=at < head and text_file)
        for at, row in enumerate(grid.rows)
    )
    return (
        f'{about}{unsure}<div class="wide" tabindex="0" role="group" aria-label="表格">'
        f"<table>\n{''.join(rows)}</table></div>\n"
    )


def _row(
    index: int, row: Sequence[Cell], number: int, on_it: Marks, *, head: bool, spread: bool
) -> str:
    own = [c for i, c in enumerate(row) if (c.row, c.column) == (number, i)]
    spans = (
        _spans(own, {c.column for c in own if on_it.get((index, (c.row, c.column)))})
        if spread
        else {}
    )
    cells = (
        _cell(cell, on_it.get((index, (cell.row, cell.column)), ()), spans.get(cell.column))
        for cell in own
        if not spread or cell.column in spans
    )
    return ('<tr class="head">' if head else "<tr>") + "".join(cells) + "</tr>\n"


def _spans(own: Sequence[Cell], kept: Collection[int]) -> dict[int, int]:
    """How wide each cell of a head is shown: over the empty cells behind it not to be `kept`."""
    spans: dict[int, int] = {}
    last = -1
    for cell in own:
        if cell.text.strip() or cell.column in kept or last < 0:
            last = cell.column
        spans[last] = spans.get(last, 0) + cell.column_span
    return spans


def _cell(cell: Cell, here: Sequence[Mark], wide: int | None = None) -> str:
    wide = wide or cell.column_span
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{wide}"' if wide > 1 else ""
    shown = [mark.card for mark in here if mark.card is not None]
    kinds = ["n"] if read_number(cell.text) is not None or is_dash(cell.text) else []
    if not kinds and len(cell.text) >= _LONG:
        kinds.append("w")
    if shown:
        kinds.append("hit-error" if any(card.is_error for card in shown) else "hit-note")
    classes = f' class="{" ".join(kinds)}"' if kinds else ""
    if shown and not cell.text.strip():
        return f"<td{spans}{classes}>{anchors(shown)}{link('（空白）', shown)}</td>"
    return f"<td{spans}{classes}>{marked(cell.text, here)}</td>"

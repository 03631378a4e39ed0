"""Printed tables (报表) as native tables: heads repeated on each page, thin lines, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.kernel.papers import Sheet
from kaocheng.writing.papers.docx.elements import (
    SMALL,
    entry_run,
    figure_run,
    narrowed,
    paragraph,
    run,
    twips,
)
from kaocheng.writing.papers.fitting import PITCH, Layout
from kaocheng.writing.papers.grids import Spot, align, spots
from kaocheng.writing.papers.marks import attribute
from kaocheng.writing.papers.planning import Item
from kaocheng.writing.papers.wording import note_lines, office_line, unit_line

_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_BORDERS = "".join(
    f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ALIGN = {"left": "left", "centre": "center", "right": "right"}


def sheet(part: Sheet, item: Item, properties: str) -> str:
    """A sheet with its title, number, office and unit lines above and its notes below.

    `properties` go to its first paragraph, such as a page break before.
    """
    if item.layout is None:
        raise AssertionError(part.title)
    notes = "".join(paragraph("SheetNote", run(line)) for line in note_lines(part))
    return (
        _above(part, item, item.layout, properties)
        + _table(part, item.layout, item.numbers)
        + (notes or (SMALL if item.stands_alone else paragraph("SheetNote", "")))
    )


def _above(part: Sheet, item: Item, layout: Layout, properties: str) -> str:
    style = "SheetTitleListed" if item.entry else "SheetTitle" if part.number else "SheetTitleSmall"
    title = entry_run(run(part.title), item.entry) if item.entry else run(part.title)
    lines = [paragraph(style, title, properties + narrowed(item.narrow))] if part.title else []
    if part.number:
        lines.append(paragraph("SheetLine", run(part.number), '<w:jc w:val="right"/>'))
    office, unit = office_line(part), unit_line(part)
    if office or unit:
        edge = f'<w:tabs><w:tab w:val="right" w:pos="{twips(layout.page.across)}"/></w:tabs>'
        words = f"{run(office)}<w:r><w:tab/></w:r>{run(unit)}"
        lines.append(paragraph("SheetLine", words, edge))
    return "".join(lines)


def _table(part: Sheet, layout: Layout, numbers: Iterator[int]) -> str:
    widths = [twips(width) for width in layout.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(_row(row, layout, widths, numbers, head=True) for row in spots(part.head))
    body = "".join(_row(row, layout, widths, numbers, head=False) for row in spots(part.body))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_margins(layout)}'
        f'<w:tblCaption w:val="{attribute(part.title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _margins(layout: Layout) -> str:
    wide = {
        "top": layout.pad,
        "left": layout.page.side,
        "bottom": layout.pad,
        "right": layout.page.side,
    }
    sides = (f'<w:{side} w:w="{twips(blank)}" w:type="dxa"/>' for side, blank in wide.items())
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _row(
    row: Sequence[Spot],
    layout: Layout,
    widths: Sequence[int],
    numbers: Iterator[int],
    *,
    head: bool,
) -> str:
    height = twips(layout.size * PITCH + 2 * layout.pad)
    whole = "" if layout.splits and not head else "<w:cantSplit/>"
    repeated = "<w:tblHeader/>" if head else ""
    cells = "".join(_cell(spot, layout, widths, numbers, head=head) for spot in row)
    return (
        f'<w:tr><w:trPr>{whole}<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        f"{repeated}</w:trPr>{cells}</w:tr>"
    )


def _cell(
    spot: Spot, layout: Layout, widths: Sequence[int], numbers: Iterator[int], *, head: bool
) -> str:
    wide = f'<w:tcW w:w="{sum(widths[spot.column : spot.end])}" w:type="dxa"/>'
    spanned = spot.box.column_span
    span = f'<w:gridSpan w:val="{spanned}"/>' if spanned > 1 else ""
    merge = ""
    if spot.box.row_span > 1:
        merge = "<w:vMerge/>" if spot.goes_on else '<w:vMerge w:val="restart"/>'
    return (
        f'<w:tc><w:tcPr>{wide}{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{_words(spot, layout, numbers, head=head)}</w:tc>"
    )


def _words(spot: Spot, layout: Layout, numbers: Iterator[int], *, head: bool) -> str:
    size = round(layout.size * 2)
    looks = "<w:b/>" if spot.box.total else ""
    looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size != 18 else ""
    content = ""
    if not spot.goes_on and spot.box.figure is not None and not head:
        content = figure_run(spot.box.text, next(numbers), looks)
    elif not spot.goes_on:
        content = run(spot.box.text, looks)
    line = f'<w:spacing w:line="{twips(layout.size * PITCH)}" w:lineRule="exact"/>'
    return paragraph("SheetText", content, f'{line}<w:jc w:val="{_ALIGN[align(spot.box)]}"/>')

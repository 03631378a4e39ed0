"""A printed table on its worksheet (工作表): title, lines, repeated heads, live sums, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.writing.papers.fitting import LARGE, PITCH, Layout, fit
from kaocheng.writing.papers.grids import Spot, align, anchored
from kaocheng.writing.papers.measuring import breadth
from kaocheng.writing.papers.wording import note_lines, office_line, unit_line
from kaocheng.writing.papers.xlsx.looks import Looks, number_format, stored
from kaocheng.writing.safe import clean

_POINTS = 5.4
"""About the width of a digit, in which columns are measured."""
_A3, _A4 = 8, 9
_TALLEST = 400.0

At = tuple[int, int]


def write_sheet(page: Worksheet, sheet: Sheet, looks: Looks) -> None:
    """Write one table to its worksheet."""
    layout = fit(sheet)
    for column, width in enumerate(layout.widths):
        page.set_column(column, column, width / _POINTS)
    top = _above(page, sheet, looks, len(layout.widths) - 1)
    body = top + len(sheet.head)
    for spot in anchored(sheet.head):
        _put(page, spot, top, looks.cell(layout.size, align(spot.box), bold=True))
    sums = _sums(sheet)
    for spot in anchored(sheet.body):
        added = sums.get((spot.row, spot.column), ())
        _body_cell(page, spot, body, size=layout.size, looks=looks, added=added)
    _heights(page, sheet, layout, top)
    _below(page, sheet, looks, body + len(sheet.body), layout)
    _print_set_up(page, layout, top, body)


def _above(page: Worksheet, sheet: Sheet, looks: Looks, last: int) -> int:
    """Title, number, office and unit; returns the row of the head."""
    _merge(page, (0, 0), (0, last), sheet.title, looks.of("title"))
    page.set_row(0, 30)
    row = 1
    if sheet.number:
        page.write_string(row, last, clean(sheet.number), looks.of("line right"))
        row += 1
    office, unit = office_line(sheet), unit_line(sheet)
    if office or unit:
        page.write_string(row, 0, clean(office), looks.of("line"))
        page.write_string(row, last, clean(unit), looks.of("line right"))
        row += 1
    return row


def _put(page: Worksheet, spot: Spot, top: int, look: Format) -> None:
    """Words of a box, over as many cells as it spans."""
    first = (top + spot.row, spot.column)
    last = (first[0] + spot.box.row_span - 1, spot.end - 1)
    _merge(page, first, last, spot.box.text, look)


def _merge(page: Worksheet, first: At, last: At, said: str, look: Format) -> None:
    if first != last:
        page.merge_range(*first, *last, "", look)
    if said:
        page.write_string(*first, clean(said), look)
    else:
        page.write_blank(*first, None, look)


def _body_cell(
    page: Worksheet,
    spot: Spot,
    top: int,
    *,
    size: float,
    looks: Looks,
    added: Sequence[At],
) -> None:
    box, figure = spot.box, spot.box.figure
    pattern = number_format(figure, box.text) if figure is not None else ""
    if figure is None or not pattern:
        _put(page, spot, top, looks.cell(size, align(box), bold=box.total))
        return
    look = looks.cell(size, align(box), pattern, bold=box.total)
    at = (top + spot.row, spot.column)
    if not spot.is_single:
        _put(page, spot, top, look)
    if added:
        page.write_formula(*at, _formula(added, top), look, stored(figure.value))
    else:
        page.write_number(*at, stored(figure.value), look)


def _sums(sheet: Sheet) -> dict[At, Sequence[At]]:
    """The sums that, added up from what is printed, give what is printed."""
    boxes = {(spot.row, spot.column): spot.box for spot in anchored(sheet.body)}
    figures = {at: box.figure for at, box in boxes.items() if box.figure is not None}
    return {at: added for at, added in sheet.sums if _holds(at, added, figures, boxes)}


def _holds(
    at: At, added: Sequence[At], figures: Mapping[At, Figure], boxes: Mapping[At, Box]
) -> bool:
    """A live sum that would show another number than the paper is left a plain number."""
    if at not in figures or not added:
        return False
    if any(place in figures and not _is_number(figures[place], boxes[place]) for place in added):
        return False
    parts = (figures[place].value for place in added if place in figures)
    return sum(parts, Decimal(0)) == figures[at].value


def _is_number(figure: Figure, box: Box) -> bool:
    return bool(number_format(figure, box.text))


def _formula(added: Sequence[At], top: int) -> str:
    """A sum over ranges of neighbours in a column, else over single cells."""
    ordered = sorted(set(added), key=lambda place: (place[1], place[0]))
    keyed = enumerate(ordered)
    runs = [
        [place for _, place in group]
        for _, group in groupby(keyed, key=lambda pair: (pair[1][1], pair[1][0] - pair[0]))
    ]
    ranges = ",".join(
        xl_range(top + run[0][0], run[0][1], top + run[-1][0], run[-1][1])
        if len(run) > 1
        else xl_rowcol_to_cell(top + run[0][0], run[0][1])
        for run in runs
    )
    return f"=SUM({ranges})"


def _heights(page: Worksheet, sheet: Sheet, layout: Layout, top: int) -> None:
    """Rows high enough for their words, as spreadsheets do not see to it in merged cells."""
    rows = [1.0] * (len(sheet.head) + len(sheet.body))
    for part, start in ((sheet.head, 0), (sheet.body, len(sheet.head))):
        for spot in anchored(part):
            room = (sum(layout.widths[spot.column : spot.end]) - 2 * layout.page.side) / layout.size
            needed = sum(-(-breadth(line) // max(room, 1)) for line in spot.box.text.split("\n"))
            row = start + spot.row
            rows[row] = max(rows[row], needed / spot.box.row_span)
    for row, lines in enumerate(rows):
        height = lines * layout.size * (PITCH + 0.05) + 2 * layout.pad + 1
        page.set_row(top + row, min(height, _TALLEST))


def _below(page: Worksheet, sheet: Sheet, looks: Looks, row: int, layout: Layout) -> None:
    across = sum(layout.widths)
    for number, line in enumerate(note_lines(sheet)):
        _merge(
            page, (row + number, 0), (row + number, len(layout.widths) - 1), line, looks.of("note")
        )
        page.set_row(row + number, 13.5 * max(-(-breadth(line) * 9 // across), 1))


def _print_set_up(page: Worksheet, layout: Layout, top: int, body: int) -> None:
    page.set_paper(_A3 if layout.page is LARGE else _A4)
    if layout.page.width > layout.page.height:
        page.set_landscape()
    if body > top:
        page.repeat_rows(top, body - 1)
    page.freeze_panes(body, 0)
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.set_margins(left=0.7, right=0.7, top=0.9, bottom=0.8)
    page.set_footer("&C&14— &P —")
    page.hide_gridlines(2)

"""The parts of a paper as HTML elements (页面内容)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kaocheng.kernel.papers import Box, Chart, Code, Heading, Prose, Sheet, anchor
from kaocheng.writing.papers.charts import svg
from kaocheng.writing.papers.codes import code_svg
from kaocheng.writing.papers.fitting import UPRIGHT
from kaocheng.writing.papers.grids import Spot, align, spots
from kaocheng.writing.papers.marks import attribute, text
from kaocheng.writing.papers.planning import Item
from kaocheng.writing.papers.wording import note_lines, office_line, unit_line


def element(item: Item) -> str:
    """One part."""
    part = item.part
    if isinstance(part, Heading):
        level = min(part.level, 4) + 1
        look = ' class="opens"' if part.opens else ""
        return f"<h{level}{look}{_id(item)}>{text(part.text)}</h{level}>\n"
    if isinstance(part, Prose):
        return _prose(part, item.first)
    if isinstance(part, Chart):
        return _chart(part, item.first)
    if isinstance(part, Code):
        return _code(part)
    return _sheet(part, item)


def _id(item: Item) -> str:
    return f' id="e{item.entry}"' if item.entry else ""


def _figure(said: str, number: int, name: str) -> str:
    key = anchor(number)
    title = f"{attribute(name)}，查看来历" if name else "查看来历"
    return f'<a class="f" id="{key}" href="#{key}" title="{title}">{text(said)}</a>'


def _prose(prose: Prose, first: int) -> str:
    number, pieces = first, []
    for run in prose.runs:
        if run.figure is None:
            pieces.append(text(run.text).replace("\n", "<br>"))
        else:
            pieces.append(_figure(run.text, number, run.figure.name))
            number += 1
    look = "" if prose.role == "body" else f' class="{attribute(prose.role)}"'
    return f"<p{look}>{''.join(pieces)}</p>\n"


def _chart(chart: Chart, first: int) -> str:
    drawn = svg(chart, first).replace(
        "<svg ", f'<svg role="group" aria-label="{_label(chart)}" ', 1
    )
    return (
        f"<figure>{drawn}<figcaption>{text(chart.caption)}</figcaption>"
        f"<details><summary>图中文字说明</summary>{text(chart.description)}</details></figure>\n"
    )


def _code(code: Code) -> str:
    drawn = code_svg(code).replace(
        "<svg ", f'<svg role="img" aria-label="{attribute(code.label)}" ', 1
    )
    lines = "".join(f"<p>{text(line)}</p>" for line in code.lines)
    seal = text(code.seal).replace("\n", "<br>")
    beside = f'<p class="seal">{seal}</p>' if seal else ""
    return f'<div class="code">{drawn}<div>{lines}</div>{beside}</div>\n'


def _label(chart: Chart) -> str:
    return attribute(chart.description or chart.caption)


def _sheet(sheet: Sheet, item: Item) -> str:
    shape = " wide" if item.layout is not None and item.layout.page is not UPRIGHT else ""
    numbered = " numbered" if sheet.number else ""
    body = "".join(_rows(sheet.body, item.numbers))
    notes = "".join(f'<p class="under">{text(line)}</p>' for line in note_lines(sheet))
    return (
        f'<section class="sheet{numbered}{shape}"{_id(item)}>{_above(sheet, item.level)}<div class="over">'
        f'<table aria-label="{attribute(sheet.title)}">{_columns(item)}\n<thead>{"".join(_rows(sheet.head, iter(())))}'
        f"</thead>\n<tbody>{body}</tbody></table></div>{notes}</section>\n"
    )


def _columns(item: Item) -> str:
    widths = item.layout.widths if item.layout is not None else ()
    shares = (f'<col style="width:{100 * width / sum(widths):.2f}%">' for width in widths)
    return f"<colgroup>{''.join(shares)}</colgroup>"


def _above(sheet: Sheet, level: int) -> str:
    name = f"h{min(level, 4) + 1}" if level else "p"
    title = f'<{name} class="sheet-title">{text(sheet.title)}</{name}>' if sheet.title else ""
    number = f'<p class="lines right">{text(sheet.number)}</p>' if sheet.number else ""
    office, unit = text(office_line(sheet)), text(unit_line(sheet))
    line = f'<p class="lines"><span>{office}</span> <span>{unit}</span></p>'
    return title + number + (line if office or unit else "")


def _rows(rows: Sequence[Sequence[Box]], numbers: Iterator[int]) -> Iterator[str]:
    """Table rows; each figure has the next of the numbers, those of heads none."""
    for row in spots(rows):
        cells = []
        for spot in row:
            if spot.goes_on:
                continue
            figure = spot.box.figure
            number = next(numbers, None) if figure is not None else None
            if figure is None or number is None:
                said = text(spot.box.text).replace("\n", "<br>")
            else:
                said = _figure(spot.box.text, number, figure.name)
            cells.append(_cell(spot, said, _scope(spot, row)))
        yield f"<tr>{''.join(cells)}</tr>\n"


def _scope(spot: Spot, row: Sequence[Spot]) -> str:
    """What a head is the head of: its row where that holds more than heads, else its columns."""
    if all(one.box.header for one in row):
        return "colgroup" if spot.box.column_span > 1 else "col"
    return "rowgroup" if spot.box.row_span > 1 else "row"


def _cell(spot: Spot, content: str, scope: str) -> str:
    box = spot.box
    name = "th" if box.header else "td"
    spans = f' rowspan="{box.row_span}"' if box.row_span > 1 else ""
    spans += f' colspan="{box.column_span}"' if box.column_span > 1 else ""
    of = f' scope="{scope}"' if box.header else ""
    total = " total" if box.total else ""
    return f'<{name}{spans}{of} class="{align(box)}{total}">{content}</{name}>'

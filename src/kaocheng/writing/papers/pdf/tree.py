"""The paper as plain data for the page template (版面数据)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaocheng.kernel.papers import Chart, Code, Heading, Paper, Prose, Shape, Sheet
from kaocheng.writing.papers.charts import WIDTH, svg
from kaocheng.writing.papers.codes import SIDE, code_svg
from kaocheng.writing.papers.fitting import RULE, UPRIGHT, Page
from kaocheng.writing.papers.grids import Rows, align, anchored
from kaocheng.writing.papers.planning import (
    Item,
    Section,
    contents,
    cover_lines,
    cover_margin,
    listed,
)
from kaocheng.writing.papers.wording import note_lines, office_line, unit_line
from kaocheng.writing.safe import clean

Data = dict[str, Any]


def tree(paper: Paper, plan: Sequence[Section], hands: Mapping[str, Mapping[str, str]]) -> Data:
    """All that the template needs; lengths in points, pages in millimetres."""
    return {
        "title": clean(paper.title),
        "day": (paper.dated.year, paper.dated.month, paper.dated.day),
        "letter": paper.shape is Shape.LETTER,
        "number": clean(paper.number),
        "office": clean(paper.office),
        "cover": [(clean(line), cover_margin(line)) for line in cover_lines(paper)],
        "entries": len(contents(plan)),
        "long": {
            clean(item.title): [clean(line) for line in listed(item)]
            for item in contents(plan)
            if len(listed(item)) > 1
        },
        "upright": _page(UPRIGHT),
        "hands": hands,
        "sections": [
            {"page": _page(section.page), "items": [_item(item) for item in section.items]}
            for section in plan
        ],
    }


def _page(page: Page) -> Data:
    names = ("width", "height", "left", "right", "top", "bottom")
    return {name: getattr(page, name) for name in names}


def _item(item: Item) -> Data:
    told: Data = {
        "breaks": item.breaks, "level": item.level, "entry": item.entry, "narrow": item.narrow
    }  # fmt: skip
    part = item.part
    if isinstance(part, Heading):
        return told | {
            "kind": "heading",
            "look": min(part.level, 4),
            "opens": part.opens,
            "text": clean(part.text),
        }
    if isinstance(part, Prose):
        return told | {"kind": "prose", "role": part.role, "text": clean(part.text)}
    if isinstance(part, Chart):
        return told | _chart(part, item.first)
    if isinstance(part, Code):
        return told | _code(part)
    return told | _sheet(part, item)


def _chart(chart: Chart, first: int) -> Data:
    return {
        "kind": "chart",
        "svg": svg(chart, first),
        "width": WIDTH,
        "caption": clean(chart.caption),
        "alt": clean(chart.description or chart.caption),
    }


def _code(code: Code) -> Data:
    return {
        "kind": "code",
        "svg": code_svg(code),
        "side": SIDE,
        "lines": [clean(line) for line in code.lines],
        "seal": clean(code.seal),
        "alt": clean(code.label),
    }


def _sheet(sheet: Sheet, item: Item) -> Data:
    if item.layout is None:
        raise AssertionError(sheet.title)
    return {
        "kind": "sheet",
        "title": clean(sheet.title),
        "titleSize": 18 if sheet.number else 14,
        "number": clean(sheet.number),
        "unit": clean(unit_line(sheet)),
        "office": clean(office_line(sheet)),
        "notes": [clean(line) for line in note_lines(sheet)],
        "alone": item.stands_alone,
        "size": item.layout.size,
        "pad": item.layout.pad + RULE / 2,
        "side": item.layout.page.side,
        "splits": item.layout.splits,
        "widths": item.layout.widths,
        "head": _cells(sheet.head),
        "body": _cells(sheet.body),
    }


def _cells(rows: Rows) -> list[tuple[str, int, int, str, bool]]:
    return [
        (clean(box.text), box.row_span, box.column_span, align(box), box.total)
        for box in (spot.box for spot in anchored(rows))
    ]

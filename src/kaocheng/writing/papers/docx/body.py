"""The body of the document (正文): its parts in order, in sections of upright and turned pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kaocheng.kernel.papers import Chart, Code, Heading, Paper, Prose, Shape
from kaocheng.writing.papers.docx.elements import (
    DECLARATION,
    SPACES,
    entry_run,
    figure_run,
    narrowed,
    paragraph,
    run,
    section_end,
)
from kaocheng.writing.papers.docx.front import contents, cover, head
from kaocheng.writing.papers.docx.pictures import chart, code
from kaocheng.writing.papers.docx.tables import sheet
from kaocheng.writing.papers.fitting import UPRIGHT, Page
from kaocheng.writing.papers.planning import Item, Section
from kaocheng.writing.papers.planning import contents as listed

_ROLES = {
    "body": "Body",
    "note": "Note",
    "caption": "Caption",
    "signature": "Signature",
    "centre": "Centre",
    "salutation": "Salutation",
    "seal": "Seal",
}
_LETTER_ROLES = _ROLES | {"body": "LetterBody"}
_NUMBERED = '<w:footerReference w:type="default" r:id="rIdFooter"/>'
_FURNITURE = f'<w:headerReference w:type="default" r:id="rIdHeader"/>{_NUMBERED}'
_MM = 1440 / 25.4
_HEADER, _FOOTER = 964, 1247


def document(paper: Paper, plan: Sequence[Section], pages: Sequence[int]) -> str:
    """The part document.xml; `pages` are the page numbers of the contents' entries."""
    letter = paper.shape is Shape.LETTER
    front = head(paper) if letter else cover(paper) + contents(listed(plan), pages)
    sections = "".join(_sections(plan, letter=letter))
    return f"{DECLARATION}<w:document {SPACES}><w:body>{front}{sections}</w:body></w:document>"


def _sections(plan: Sequence[Section], *, letter: bool) -> Iterator[str]:
    """Each section's content and its end; the last section's end stands in the body itself.

    Before those of a letter no cover and contents end.
    """
    furniture, roles = (_NUMBERED, _LETTER_ROLES) if letter else (_FURNITURE, _ROLES)
    if not plan:
        yield _shape(UPRIGHT, "")
        return
    if not letter:
        yield section_end(_shape(UPRIGHT, ""))
    charts = iter(range(1, 1 + sum(len(section.items) for section in plan)))
    for index, section in enumerate(plan):
        for number, item in enumerate(section.items):
            properties = "<w:pageBreakBefore/>" if item.breaks and number else ""
            yield _part(item, properties, charts, roles)
        start = '<w:pgNumType w:start="1"/>' if index == 0 else ""
        shape = _shape(section.page, furniture, start)
        yield shape if index == len(plan) - 1 else section_end(shape)


def _shape(page: Page, furniture: str, start: str = "") -> str:
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    edges = " ".join(
        f'w:{side}="{round(getattr(page, side) * _MM)}"'
        for side in ("top", "right", "bottom", "left")
    )
    return (
        f'<w:sectPr>{furniture}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{round(page.width * _MM)}" w:h="{round(page.height * _MM)}"{turned}/>'
        f'<w:pgMar {edges} w:header="{min(_HEADER, round((page.top - 13) * _MM))}" '
        f'w:footer="{min(_FOOTER, round((page.bottom - 10) * _MM))}" w:gutter="0"/>{start}</w:sectPr>'
    )


def _part(item: Item, properties: str, charts: Iterator[int], roles: Mapping[str, str]) -> str:
    part = item.part
    if isinstance(part, Heading):
        words = entry_run(run(part.text), item.entry) if item.entry else run(part.text)
        style = "ReportTitle" if part.opens else f"Heading{min(part.level, 4)}"
        return paragraph(style, words, properties + narrowed(item.narrow))
    if isinstance(part, Prose):
        return paragraph(roles.get(part.role, roles["body"]), _runs(part, item.first), properties)
    if isinstance(part, Chart):
        return chart(part, next(charts))
    if isinstance(part, Code):
        return code(part, next(charts))
    return sheet(part, item, properties)


def _runs(prose: Prose, first: int) -> str:
    number, pieces = first, []
    for piece in prose.runs:
        if piece.figure is None:
            pieces.append(run(piece.text))
        else:
            pieces.append(figure_run(piece.text, number))
            number += 1
    return "".join(pieces)

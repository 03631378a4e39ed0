"""Setting (排版): the paper laid out on pages, as PDF and as the page each entry stands on."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files

import typst

from kaocheng.kernel.papers import Paper, Unwritable
from kaocheng.writing.papers.fonts import fonts, hands
from kaocheng.writing.papers.pdf.tree import tree
from kaocheng.writing.papers.planning import Section, contents, sections

_NO_GLYPH = re.compile(r'the text `?"(.+?)"`? could not be displayed with font `?"(.+?)"`?')
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
"""Tagged for readers' aids (PDF/UA-1) and fit for the archive (PDF/A-2a)."""


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; raises Unwritable where a font or a character is missing."""
    try:
        made = _compiler(paper, sections(paper)).compile(format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError as error:
        raise Unwritable(f"《{paper.title}》排不成 PDF：{_why(error)}。") from error
    if not isinstance(made, bytes):
        raise Unwritable(f"《{paper.title}》排不成 PDF。")
    return made


def pages(paper: Paper, plan: Sequence[Section]) -> list[int]:
    """The page number of each entry of the contents, in order; raises Unwritable as `pdf` does."""
    if not contents(plan):
        return []
    try:
        found = _compiler(paper, plan).query("<entry>", field="value")
    except typst.TypstError as error:
        raise Unwritable(f"《{paper.title}》排不成页：{_why(error)}。") from error
    return [page for _, page in sorted(json.loads(found))]


def _compiler(paper: Paper, plan: Sequence[Section]) -> typst.Compiler:
    return typst.Compiler(
        files(__package__).joinpath("paper.typ").read_bytes(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(tree(paper, plan, hands()), ensure_ascii=False)},
    )


def _why(error: typst.TypstError) -> str:
    missing = _NO_GLYPH.search(error.message)
    if missing:
        return f"字体“{missing[2]}”里没有“{missing[1]}”这个字，请换字或换字体"
    return error.message

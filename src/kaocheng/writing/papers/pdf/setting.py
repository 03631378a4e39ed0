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
_MARKED, _SUSPECTS = b"/MarkInfo<</Marked true", b"/Suspects false"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
"""Tagged for readers' aids (PDF/UA-1) and fit for the archive (PDF/A-2a)."""


class Setting:
    """A paper laid out once (排好的版): its plan, the page of each entry of its contents, its PDF."""

    def __init__(self, paper: Paper, plan: Sequence[Section] | None = None) -> None:
        """Lay out the paper by its plan, or by one made now; raises Unwritable where it cannot be."""
        self.plan = sections(paper) if plan is None else plan
        self._paper = paper
        self._source = files(__package__).joinpath("paper.typ").read_bytes()
        self._compiler = typst.Compiler(
            self._source,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(tree(paper, self.plan, hands()), ensure_ascii=False)},
        )
        self.pages = self._pages() if contents(self.plan) else []

    def _pages(self) -> list[int]:
        try:
            found = self._compiler.query("<entry>", field="value")
        except typst.TypstError as error:
            raise Unwritable(f"《{self._paper.title}》排不成页：{_why(error)}。") from error
        return [page for _, page in sorted(json.loads(found))]

    def pdf(self) -> bytes:
        """The paper as PDF; raises Unwritable where a font or a character is missing."""
        title = self._paper.title
        try:  # the compiler forgets a source given as bytes, but not the pages made from it
            made = self._compiler.compile(self._source, format="pdf", pdf_standards=STANDARDS)
        except typst.TypstError as error:
            raise Unwritable(f"《{title}》排不成 PDF：{_why(error)}。") from error
        if not isinstance(made, bytes):
            raise Unwritable(f"《{title}》排不成 PDF。")
        return _unsuspected(made)


def _unsuspected(made: bytes) -> bytes:
    """The PDF without the mark that no tag is doubtful, which stands for itself (ISO 32000-1, 14.7.1).

    Poppler, and with it many viewers, calls the mark a syntax error. Blanks in its stead move nothing.
    """
    return made.replace(_MARKED + _SUSPECTS, _MARKED + b" " * len(_SUSPECTS), 1)


def _why(error: typst.TypstError) -> str:
    missing = _NO_GLYPH.search(error.message)
    if missing:
        return f"字体“{missing[2]}”里没有“{missing[1]}”这个字，请换字或换字体"
    return error.message

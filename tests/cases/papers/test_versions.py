"""Corrected papers say what they replace, under the number they correct."""

from __future__ import annotations

from datetime import date

from kaocheng.cases.papers import kinds
from kaocheng.cases.papers.composing import compose
from kaocheng.cases.papers.forms import form
from kaocheng.cases.papers.versions import corrected
from kaocheng.kernel.papers import Prose
from tests.cases.papers.samples import CONTENTS, ISSUE, MATTER, OFFICE


def test_a_corrected_paper_is_headed_by_what_it_replaces() -> None:
    """The rest of it stays as composed."""
    content = next(one for one in CONTENTS if one.kind is kinds.PaperKind.PREVIEW)
    paper = compose(form(content.kind), MATTER, content, OFFICE, ISSUE)
    found = corrected(paper, "示审批预〔2026〕1号", 3, date(2026, 9, 1))
    note = found.parts[0]
    assert isinstance(note, Prose)
    assert "本件为第3版，更正2026年9月1日签发的第2版" in note.text
    assert ("示审批预〔2026〕1号", paper.parts) == (found.number, found.parts[1:])

"""Word documents (docx) with real headings, contents, native tables and an anchor to each figure."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.docx.body import document
from kaocheng.writing.papers.docx.packing import packed
from kaocheng.writing.papers.docx.pictures import pictures
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.pdf.setting import Setting


def write_docx(paper: Paper, path: Path) -> None:
    """Write the paper as docx to `path`, whole or not at all.

    The pages in the contents are those of the same plan set with the fonts at hand; Word brings
    them up to date with F9. Raises Unwritable where fonts are missing or the disk says no.
    """
    put(path, docx(paper, Setting(paper)))


def docx(paper: Paper, setting: Setting) -> bytes:
    """The docx of a paper that has been laid out."""
    plan = setting.plan
    drawn = pictures([item for section in plan for item in section.items])
    return packed(paper, document(paper, plan, setting.pages), drawn)

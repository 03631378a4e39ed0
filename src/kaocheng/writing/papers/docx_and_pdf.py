"""Docx and pdf of one paper from one layout: setting the pages is most of the work of both."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.docx import docx
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.pdf.setting import Setting


def write_docx_and_pdf(paper: Paper, words: Path, pages: Path) -> None:
    """Write the paper as docx to `words` and as PDF to `pages`, each whole or not at all.

    The bytes are those of `write_docx` and `write_pdf`. Raises Unwritable as they do.
    """
    setting = Setting(paper)
    put(words, docx(paper, setting))
    put(pages, setting.pdf())

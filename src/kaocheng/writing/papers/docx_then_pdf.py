"""Docx and pdf of one paper from one layout: setting the pages is most of the work of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.docx import docx
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.pdf.setting import Setting


def write_docx_then_pdf(paper: Paper, path: Path) -> Callable[[Path], None]:
    """Write the paper as docx to `path`; what comes back writes the PDF of the same layout.

    So others can read the docx while the PDF is made. Each is written whole or not at all, with the
    bytes of `write_docx` and `write_pdf`; raises Unwritable as they do.
    """
    setting = Setting(paper)
    put(path, docx(paper, setting))
    return lambda pages: put(pages, setting.pdf())

"""PDF with its fonts inside, bookmarks and tags, for print, archive and readers' aids."""

from __future__ import annotations

from pathlib import Path

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.pdf.setting import Setting


def write_pdf(paper: Paper, path: Path) -> None:
    """Write the paper as PDF to `path`, whole or not at all.

    Raises Unwritable where fonts are missing (KAOCHENG_FONTS names their folders), a character has
    no glyph, or the disk says no.
    """
    put(path, Setting(paper).pdf())

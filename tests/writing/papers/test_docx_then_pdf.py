"""Docx and pdf from one layout are the files that are written apart."""

from __future__ import annotations

from pathlib import Path

from kaocheng.writing.papers import write_docx, write_docx_then_pdf, write_pdf
from tests.writing.papers.papers_fixture import paper


def test_one_layout_gives_the_same_bytes(tmp_path: Path) -> None:
    """Byte by byte, so that no ledger tells how its files were written."""
    words, pages = tmp_path / "together.docx", tmp_path / "together.pdf"
    write_docx_then_pdf(paper(), words)(pages)
    write_docx(paper(), tmp_path / "apart.docx")
    write_pdf(paper(), tmp_path / "apart.pdf")
    assert (tmp_path / "apart.docx").read_bytes() == words.read_bytes()
    assert (tmp_path / "apart.pdf").read_bytes() == pages.read_bytes()

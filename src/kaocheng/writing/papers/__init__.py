"""Papers (文稿输出): the document tree of `kernel.papers` as docx, xlsx, pdf and html.

Four functions of one shape, `write_*(paper, path)`: the file appears whole or not at all, and two
runs give the same bytes. They raise `kernel.papers.Unwritable`, whose text is the sentence for the
user. No number is printed here that the tree does not carry. `write_docx_then_pdf` writes these
two from one layout, with the same bytes.

Each figure can be found again by `kernel.papers.anchor(n)`, n its place in `Paper.figures()`: docx
holds a hidden bookmark round its run, html an id; in pdf and xlsx the order tells. The workbook
holds tables and charts only.
"""

from __future__ import annotations

from kaocheng.writing.papers.docx import write_docx
from kaocheng.writing.papers.docx_then_pdf import write_docx_then_pdf
from kaocheng.writing.papers.html import write_html
from kaocheng.writing.papers.pdf import write_pdf
from kaocheng.writing.papers.xlsx import write_xlsx

__all__ = ["write_docx", "write_docx_then_pdf", "write_html", "write_pdf", "write_xlsx"]

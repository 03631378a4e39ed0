"""The reader of PDF files with a text layer (读取PDF): runs, rulings, lines, grids, paragraphs."""

from kaocheng.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]

"""Word documents (文字文档): .docx read from its own parts."""

from kaocheng.reading.docx.reading import read_docx

__all__ = ["read_docx"]

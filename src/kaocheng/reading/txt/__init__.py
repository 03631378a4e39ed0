"""Plain text (纯文本): encodings, tab-separated grids, and grids flattened one cell a line."""

from kaocheng.reading.txt.reader import read_txt

__all__ = ["read_txt"]

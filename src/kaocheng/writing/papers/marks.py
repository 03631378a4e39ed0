"""Words made safe for XML and HTML (转义)."""

from __future__ import annotations

from xml.sax.saxutils import escape

from kaocheng.writing.safe import clean

_QUOTES = {'"': "&quot;"}


def text(said: str) -> str:
    """Words as the content of an element; characters that XML cannot hold become "�"."""
    return escape(clean(said))


def attribute(said: str) -> str:
    """Words as the value of an attribute in double quotes, on one line."""
    return escape(clean(said).replace("\n", " "), _QUOTES)

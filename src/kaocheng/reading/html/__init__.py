"""Web pages (网页)."""

from kaocheng.reading.html.reading import read_html

__all__ = ["read_html"]

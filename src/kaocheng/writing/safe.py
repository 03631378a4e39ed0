"""Text of strangers made harmless (净化): no control characters, no reversed reading order."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # all but tab and line feed
_TURNING = r"\u202a-\u202e\u2066-\u2069"  # turn the reading order round
_NOT_TEXT = r"\ud800-\udfff\ufffe\uffff"  # half characters and non-characters
_HARMFUL = re.compile(f"[{_CONTROLS}{_TURNING}{_NOT_TEXT}]")
_BLANKS = re.compile(r"[\s\u2028\u2029]+")


def clean(text: str) -> str:
    """The text with each harmful character replaced by one "�", so offsets stay as they are."""
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text without line breaks, tabs or runs of blanks, and harmless."""
    return clean(_BLANKS.sub(" ", text)).strip()


def shortened(text: str, most: int) -> str:
    """At most `most` characters of the text, the cut marked with "…"."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def width(text: str) -> int:
    """How many columns of a terminal the text takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)

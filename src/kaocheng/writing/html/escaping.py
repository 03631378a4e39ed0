"""Words of strangers in a page (转义): nothing of a document is ever taken for markup."""

from __future__ import annotations

import hashlib
from html import escape

from kaocheng.writing.safe import clean


def esc(text: str) -> str:
    """The text as it may stand in an element or a quoted attribute."""
    return escape(clean(text), quote=True)


def key(file: str) -> str:
    """An identifier of a document that is safe in an address."""
    return "d" + hashlib.sha256(file.encode("utf-8", "replace")).hexdigest()[:10]

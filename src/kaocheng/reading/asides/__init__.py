"""What stands beside the text of a file (附带内容), so that it can be compared too.

The readers of documents give what is read; a picture, its description, a formula, the data behind a
web page are not read, and would otherwise be changed unseen.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from kaocheng.kernel.asides import Aside
from kaocheng.kernel.documents import Document
from kaocheng.reading.opening import guarded, read, whole

READERS = {
    ".docx": "kaocheng.reading.asides.docx:docx_asides",
    ".xlsx": "kaocheng.reading.asides.xlsx:xlsx_asides",
    ".pdf": "kaocheng.reading.asides.pdf:pdf_asides",
    ".html": "kaocheng.reading.asides.html:html_asides",
}
"""Where each format's asides are found; loaded only when a file needs it."""
TOGETHER = {".pdf": "kaocheng.reading.asides.pdf:pdf_and_asides"}
"""Where opening the file is the longer part of the work, so that it is opened once for both."""


def asides(path: Path) -> tuple[Aside, ...]:
    """What the file at `path` holds beside its text; nothing for other formats. Raises Unreadable."""
    named = READERS.get(path.suffix.lower())
    if named is None:
        return ()
    return guarded(path, cast("Callable[[Path], tuple[Aside, ...]]", _loaded(named)))


def read_with_asides(path: Path) -> tuple[Document, tuple[Aside, ...]]:
    """The document at `path` and what it holds beside its text; raises Unreadable."""
    named = TOGETHER.get(path.suffix.lower())
    if named is None:
        return read(path), asides(path)
    both = cast("Callable[[Path], tuple[Document, tuple[Aside, ...]]]", _loaded(named))
    document, beside = guarded(path, both)
    return whole(document), beside


def _loaded(named: str) -> object:
    module, _, function = named.partition(":")
    return getattr(import_module(module), function)

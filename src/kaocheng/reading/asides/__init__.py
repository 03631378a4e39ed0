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
from kaocheng.reading.opening import guarded

READERS = {
    ".docx": "kaocheng.reading.asides.docx:docx_asides",
    ".xlsx": "kaocheng.reading.asides.xlsx:xlsx_asides",
    ".pdf": "kaocheng.reading.asides.pdf:pdf_asides",
    ".html": "kaocheng.reading.asides.html:html_asides",
}
"""Where each format's asides are found; loaded only when a file needs it."""


def asides(path: Path) -> tuple[Aside, ...]:
    """What the file at `path` holds beside its text; nothing for other formats. Raises Unreadable."""
    named = READERS.get(path.suffix.lower())
    if named is None:
        return ()
    module, _, function = named.partition(":")
    work = cast("Callable[[Path], tuple[Aside, ...]]", getattr(import_module(module), function))
    return guarded(path, work)

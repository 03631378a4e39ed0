"""What the zip formats of offices have in common (docx 和 xlsx 的附带内容): properties, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.reading.archive import Archive
from kaocheng.reading.markup import Element, local, optional, parsed

_CORE = "docProps/core.xml"
_KEPT = ("title", "creator", "subject", "description", "keywords")
"""Properties that a program does not change by itself when a file is saved again."""
_SHOWN = frozenset({"text", "tspan", "title", "desc"})


def properties(archive: Archive) -> Iterator[Aside]:
    """The document properties (文档属性) that people see."""
    root = optional(archive, _CORE)
    for element in [] if root is None else root:
        if local(element) in _KEPT and element.text:
            yield Aside("文档属性", local(element), element.text)


def content(archive: Archive, name: str) -> bytes:
    """The bytes of a member; raises `Unreadable`."""
    with archive.stream(name) as member:
        return b"".join(iter(member.read, b""))


def picture(archive: Archive, name: str, where: str) -> Iterator[Aside]:
    """A picture: its bytes as a hash, and the words in it where it is drawn as SVG."""
    if name not in archive.names:
        return
    if name.endswith(".svg"):
        yield Aside("图中文字", where, drawn_words(parsed(archive, name)))
        yield Aside("矢量图", where, hashed([content(archive, name)]))
    else:
        yield Aside("图片", where, hashed([content(archive, name)]))


def drawn_words(root: Element) -> str:
    """The words of an SVG, its title and description among them, parted by bars."""
    said = (element.text or "" for element in root.iter() if local(element) in _SHOWN)
    return "；".join(text.strip() for text in said if text.strip())

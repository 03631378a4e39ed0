"""XML from strangers (XML 部件): no entities, no document types, no network, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.archive import Archive

Element = Any
"""An lxml element; lxml has no types of its own."""

MOST_ELEMENTS = 1_500_000
"""Of one part; a thousand pages of tables have fewer."""
SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parsed(archive: Archive, name: str) -> Element:
    """The root of a member; raises `Unreadable` when it is broken, hostile or absent."""
    parser = etree.XMLParser(**SAFE)
    try:
        with archive.stream(name) as member:
            while piece := member.read():
                parser.feed(piece)
        root = parser.close()
    except etree.XMLSyntaxError as fault:
        raise broken(archive, name) from fault
    if root.getroottree().docinfo.doctype:
        raise broken(archive, name)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise _too_big(archive, name)
    return root


def optional(archive: Archive, name: str | None) -> Element | None:
    """The root of a member, or None where the container has no such member."""
    return parsed(archive, name) if name in archive.names and name is not None else None


def streamed(archive: Archive, name: str, tags: tuple[str, ...]) -> Iterator[Element]:
    """Each finished element of a member whose local name is in `tags`, forgotten afterwards.

    Raises `Unreadable` like `parsed`.
    """
    wanted = tuple("{*}" + tag for tag in tags)
    try:
        with archive.stream(name) as member:
            found = etree.iterparse(member, events=("end",), tag=wanted, **SAFE)
            for number, (_, element) in enumerate(found):
                if number > MOST_ELEMENTS:
                    raise _too_big(archive, name)
                if element.getroottree().docinfo.doctype:
                    raise broken(archive, name)
                yield element
                _forget(element)
    except etree.XMLSyntaxError as fault:
        raise broken(archive, name) from fault


def broken(archive: Archive, name: str) -> Unreadable:
    """The sentence for a member that is not sound XML."""
    return Unreadable(f"{archive.file}：内部部件 {name} 的 XML 已损坏或不安全，无法读取。")


def _too_big(archive: Archive, name: str) -> Unreadable:
    most = f"{MOST_ELEMENTS // 10_000} 万个元素"
    return Unreadable(
        f"{archive.file}：内部部件 {name} 超过 {most}，无法读取；请拆成几份文件后再检查。"
    )


def local(element: Element) -> str:
    """The name of an element without its namespace, "" for what is not an element."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute called `name` in whichever namespace (strict and transitional differ)."""
    plain: str | None = element.get(name)
    if plain is not None:
        return plain
    for key, value in element.attrib.items():
        if key.endswith("}" + name):
            return str(value)
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """The descendant reached by going down `names`, or None."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def whole(text: str | None, default: int) -> int:
    """A whole number in an attribute, `default` when it is missing, malformed or absurdly long."""
    if text is None or len(text) > 12:
        return default
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return default


def _forget(element: Element) -> None:
    element.clear(keep_tail=False)
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]

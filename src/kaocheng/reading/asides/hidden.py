"""What a docx holds but does not show (隐藏内容): hidden words and rows, words deleted, comments."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.asides import Aside
from kaocheng.reading.archive import Archive
from kaocheng.reading.docx.inline import OFF, switched
from kaocheng.reading.markup import Element, attribute, child, local, optional
from kaocheng.reading.parts import relations

_PARTS = {
    "header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "comments": "批注",
}  # fmt: skip
_EDGES = {"headerReference": "页眉", "footerReference": "页脚"}


def hidden(archive: Archive, main: str, root: Element) -> Iterator[Aside]:
    """The words of the text and of its margins and notes that no page shows, and what margins are used."""
    yield from _unseen(root, "正文")
    for kind, member in relations(archive, main).values():
        part = optional(archive, member) if kind in _PARTS else None
        if part is None:
            continue
        if kind == "comments":
            yield from _told("批注", "正文", [_words(part)])
        else:
            yield from _unseen(part, _PARTS[kind])
    used = sorted({_EDGES[local(one)] for one in root.iter(*(f"{{*}}{name}" for name in _EDGES))})
    yield Aside("页眉和页脚", "全文", "、".join(used))


def _unseen(root: Element, where: str) -> Iterator[Aside]:
    runs = (run for run in root.iter("{*}r") if switched(child(run, "rPr"), "vanish"))
    rows = (row for row in root.iter("{*}tr") if _off(child(row, "trPr", "hidden")))
    yield from _told("隐藏的文字", where, [_words(one) for one in (*runs, *rows)])
    deleted = [element.text or "" for element in root.iter("{*}delText")]
    yield from _told("修订中删除的文字", where, deleted)


def _told(what: str, where: str, words: list[str]) -> Iterator[Aside]:
    if text := "".join(words).strip():
        yield Aside(what, where, text)


def _off(item: Element | None) -> bool:
    return item is not None and attribute(item, "val") not in OFF


def _words(element: Element) -> str:
    return "".join(inner.text or "" for inner in element.iter("{*}t"))

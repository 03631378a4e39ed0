"""Web pages (网页 .html): headings, paragraphs, lists and tables as a browser shows them."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from kaocheng.kernel.documents import Document, Unreadable
from kaocheng.reading.bounds import MOST_CELLS, too_many_cells
from kaocheng.reading.gridding import Room
from kaocheng.reading.html.encoding import decoded
from kaocheng.reading.html.page import Page
from kaocheng.reading.markup import Element

LARGEST = 16 << 20
MOST_ELEMENTS = 400_000
_ENDED = re.compile(r"</(?=(?:html|body)(?![\w:.\-]))", re.IGNORECASE)
"""An end tag of the page (正文结束标记)."""


def read_html(path: Path) -> Document:
    """The web page at `path`; nothing it links to is fetched. Raises `Unreadable`."""
    root = rooted(path)
    file = str(path)
    if root is None:
        raise Unreadable(f"{file}：网页中没有内容。")
    page = Page(file, Room(file))
    page.add(root)
    page.flush()
    return Document(file, "html", tuple(page.blocks))


def rooted(path: Path) -> Element | None:
    """The root element of a web page, None for a blank one; raises `Unreadable`."""
    file = str(path)
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"{file}：网页超过 {LARGEST >> 20} MB，请拆成几份文件后再检查。")
    text = unended(decoded(path.read_bytes()).replace("\0", ""))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Unreadable(f"{file}：网页内容已损坏，无法读取。") from fault
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(f"{file}：网页元素嵌套过深或过长，无法完整读取。")
    if root is not None and sum(1 for _ in root.iter("td", "th")) > MOST_CELLS:
        raise too_many_cells(file)
    if root is not None and sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise Unreadable(
            f"{file}：网页元素超过 {MOST_ELEMENTS // 10_000} 万个，请拆成几份文件后再检查。"
        )
    return root


def unended(text: str) -> str:
    """A page whose end tags end nothing: a browser shows what follows them, the parser drops it.

    To the HTML standard they close no element. Renamed, not cut, so that comments, scripts and
    attributes begin and end where they did; an end tag of an unknown name is passed over.
    """
    return _ENDED.sub("</x-", text)

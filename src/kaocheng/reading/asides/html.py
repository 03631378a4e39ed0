"""What a web page holds beside its text (附带内容): drawings, scripts, embedded data, tool tips."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.asides.office import drawn_words
from kaocheng.reading.html.flow import hidden
from kaocheng.reading.html.reading import rooted
from kaocheng.reading.markup import Element, local

_TIPS = ("title", "aria-label", "alt")
_ELSEWHERE = frozenset({"script", "style", "head", "title", "svg", ""})
_HEAD = {"title": "页面标题", "style": "样式"}


def html_asides(path: Path) -> tuple[Aside, ...]:
    """What a browser shows or runs beside the running text; raises `Unreadable`."""
    root = rooted(path)
    if root is None:
        raise Unreadable(f"{path}：网页中没有内容。")
    return (*_drawings(root), *_scripts(root), *_head(root), *_hidden(root), *_tips(root))


def _drawings(root: Element) -> Iterator[Aside]:
    for number, svg in enumerate(root.iter("svg"), 1):
        where = f"第{number}幅图"
        yield Aside("替代文字", where, svg.get("aria-label") or "")
        yield Aside("图中文字", where, drawn_words(svg))
        yield Aside("矢量图", where, hashed(_shape(svg)))


def _shape(svg: Element) -> Iterator[str]:
    for element in svg.iter():
        yield local(element)
        yield from (f"{key}={value}" for key, value in sorted(element.attrib.items()))


def _scripts(root: Element) -> Iterator[Aside]:
    for script in root.iter("script"):
        data = script.get("type") == "application/json"
        text = hashed([script.text or "", script.get("src") or ""])
        yield Aside("来历数据" if data else "脚本", script.get("id") or "页面脚本", text)


def _head(root: Element) -> Iterator[Aside]:
    for name, what in _HEAD.items():
        found = [element.text or "" for element in root.iter(name) if _outside_drawings(element)]
        yield Aside(what, "网页", hashed(found) if what == "样式" else "；".join(found))
    metas = [f"{meta.get('name')}={meta.get('content')}" for meta in root.iter("meta")]
    yield Aside("网页说明", "网页", hashed(metas))


def _outside_drawings(element: Element) -> bool:
    return all(local(one) != "svg" for one in element.iterancestors())


def _hidden(root: Element) -> Iterator[Aside]:
    """The words of elements that are not read as running text."""
    for element in root.iter():
        if local(element) in _ELSEWHERE or not hidden(element):
            continue
        if any(hidden(one) for one in element.iterancestors()):
            continue
        if words := " ".join("".join(element.itertext()).split()):
            yield Aside("隐藏的文字", "网页", words)


def _tips(root: Element) -> Iterator[Aside]:
    """What appears over an element or is read aloud for it, all in one hash."""
    said = [
        f"{name}={element.get(name)}"
        for element in root.iter()
        if local(element) not in ("", "svg")
        for name in (*_TIPS, "style", "hidden", "onclick")
        if element.get(name) is not None
    ]
    yield Aside("提示文字", "网页", hashed(said))

"""What stands inside a paragraph (段落内容): its text as printed, text boxes, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kaocheng.reading.markup import Element, attribute, child, local

DROPPED = frozenset(
    [
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "pPr",
        "tblPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "fldData",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
    ]
)
"""Deleted text, field codes, properties, reading aids: not printed."""
WRAPPERS = frozenset(
    ["ins", "moveTo", "customXml", "smartTag", "sdtContent", "sdt", "Choice", "hyperlink"]
)
MARKS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "-",
}
SYMBOLS = {
    "F0FE": "☑",
    "F052": "☑",
    "F053": "☒",
    "F0FD": "☒",
    "F0A8": "□",
    "F06F": "□",
    "F0A3": "□",
    "F0FC": "√",
    "F0FB": "×",
    "F0D7": "×",
}
"""Characters of the symbol fonts that forms use as boxes and ticks (Wingdings)."""
IMAGES = frozenset(["blip", "imagedata", "chart", "relIds", "OLEObject"])
OFF = frozenset(["0", "false", "off"])


@dataclass(slots=True)
class Inline:
    """Gathered from one paragraph: pieces of text, contents of text boxes, picture descriptions."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    description: str = ""

    @property
    def text(self) -> str:
        """The text without blanks at its end."""
        return "".join(self.pieces).rstrip()


def gather(element: Element, into: Inline) -> None:
    """Add what stands inside `element`."""
    for inner in children(element):
        _take(inner, into)


def children(element: Element) -> Iterator[Element]:
    """The children, and of alternatives (mc:AlternateContent) only the first."""
    for inner in element:
        if local(inner) == "AlternateContent":
            yield from list(inner)[:1]
        else:
            yield inner


def through(element: Element) -> Iterator[Element]:
    """The children, seen through wrappers such as content controls and insertions."""
    for inner in children(element):
        name = local(inner)
        if name in WRAPPERS:
            yield from through(inner)
        elif name not in DROPPED:
            yield inner


def switched(properties: Element | None, name: str) -> bool:
    """Whether a property such as w:vanish is there and not switched off."""
    item = child(properties, name)
    return item is not None and attribute(item, "val") not in OFF


def _take(element: Element, into: Inline) -> None:
    name = local(element)
    if name == "t":
        into.pieces.append((element.text or "").replace("\n", " ").replace("\r", ""))
    elif name in MARKS:
        into.pieces.append(MARKS[name])
    elif name == "br":
        into.pieces.append("" if attribute(element, "type") in ("page", "column") else "\n")
    elif name == "sym":
        into.pieces.append(_symbol(element))
    elif name == "txbxContent":
        into.boxes.append(element)
    elif name in ("docPr", "shape"):
        words = [element.get(key) for key in ("descr", "alt", "title")]
        into.description = next((word for word in words if word), "")
        gather(element, into)
    elif name in IMAGES:
        into.pictures.append(into.description or element.get("title") or "")
    elif name == "f" and child(element, "num") is not None:
        _fraction(element, into)
    elif name not in DROPPED and not (name == "r" and switched(child(element, "rPr"), "vanish")):
        gather(element, into)


def _symbol(element: Element) -> str:
    code = (attribute(element, "char") or "").upper()
    return SYMBOLS.get(code, "")


def _fraction(element: Element, into: Inline) -> None:
    """A formula's fraction (公式中的分数) as a/b on one line."""
    texts = []
    for name in ("num", "den"):
        inner = Inline()
        part = child(element, name)
        gather([] if part is None else part, inner)
        plain = inner.text.isalnum()
        texts.append(inner.text if plain else f"({inner.text})")
    into.pieces.append("/".join(texts))

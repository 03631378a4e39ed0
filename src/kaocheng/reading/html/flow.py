"""The flow of a web page (网页): which elements begin a paragraph, and which are not shown."""

from __future__ import annotations

import re

from kaocheng.reading.markup import Element, local

HIDDEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "object",
        "iframe",
        "select",
        "textarea",
        "button",
        "audio",
        "video",
        "canvas",
        "map",
        "datalist",
        "rt",
        "rp",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "nav",
        "header",
        "footer",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "address",
        "center",
        "hr",
        "body",
        "html",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
    ]
)
ROLES = {"header": "header", "footer": "footer"}
CONCEALED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
WIDE_BREAK = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \t]{0,80}[\r\n][ \t\r\n]{0,80}"
    r"(?=[\u3000-\u9fff\uff00-\uffef])"
)


def hidden(element: Element) -> bool:
    """Whether an element is not shown (隐藏)."""
    if local(element) in HIDDEN or element.get("hidden") is not None:
        return True
    return bool(CONCEALED.search(element.get("style") or ""))


def heading(element: Element) -> int | None:
    """The level of a heading element h1 to h6."""
    match = re.fullmatch("h([1-6])", local(element))
    return int(match[1]) if match else None


def squeezed(text: str) -> str:
    """Text with runs of blanks as one; a line break of the source inside Chinese is none."""
    return BLANKS.sub(" ", WIDE_BREAK.sub("", text))


def tidied(pieces: list[str]) -> str:
    """The printed text of a paragraph, with line breaks only where the page breaks the line."""
    lines = "".join(pieces).split("\v")
    return "\n".join(BLANKS.sub(" ", line).strip(" ") for line in lines).strip("\n")

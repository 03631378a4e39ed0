"""Paragraph styles (段落样式): which heading level and which numbering a style brings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaocheng.reading.markup import Element, attribute, child, local, whole

HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
DEEPEST = 20
"""Styles may be based on each other in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: heading level 1.. or None, numbering list and level where it sets them."""

    level: int | None = None
    list_number: int | None = None
    list_level: int | None = None


def styles(root: Element | None) -> dict[str, Style]:
    """The paragraph styles by their identifiers, what they inherit filled in."""
    if root is None:
        return {}
    found = {attribute(item, "styleId") or "": item for item in root if local(item) == "style"}
    return {name: _resolved(name, found) for name in found}


def outline(properties: Element | None) -> int | None:
    """The heading level in paragraph properties (大纲级别), 0 for what is said to be body text."""
    item = child(properties, "outlineLvl")
    if item is None:
        return None
    level = whole(attribute(item, "val"), 9) + 1
    return level if 1 <= level <= 9 else 0


def numbering(properties: Element | None) -> tuple[int | None, int | None]:
    """The list and the level in paragraph properties, each None where not set."""
    item = child(properties, "numPr")
    return _value(child(item, "numId")), _value(child(item, "ilvl"))


def _value(item: Element | None) -> int | None:
    return None if item is None else whole(attribute(item, "val"), 0)


def _resolved(name: str, found: dict[str, Element]) -> Style:
    level, number, depth = None, None, None
    for _ in range(DEEPEST):
        item = found.get(name)
        if item is None:
            break
        properties = child(item, "pPr")
        level = _level(item, properties) if level is None else level
        own_number, own_depth = numbering(properties)
        number = own_number if number is None else number
        depth = own_depth if depth is None else depth
        parent = child(item, "basedOn")
        name = "" if parent is None else attribute(parent, "val") or ""
    return Style(level or None, number, depth)


def _level(item: Element, properties: Element | None) -> int | None:
    set_level = outline(properties)
    if set_level is not None:
        return set_level
    title = child(item, "name")
    match = HEADING.fullmatch("" if title is None else attribute(title, "val") or "")
    return int(match[1]) if match else None

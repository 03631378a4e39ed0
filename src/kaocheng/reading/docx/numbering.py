"""Automatic numbering (自动编号): what a list paragraph prints besides its own text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaocheng.reading.docx.counting import counted
from kaocheng.reading.markup import Element, attribute, child, local, whole

LEVELS = 9
CLOSING = "、）)"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, format, pattern such as （%1）, and what follows it."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    plain: bool = False


class Numbering:
    """The lists of a document and how far each has counted; ask in reading order."""

    def __init__(self, root: Element | None) -> None:
        items = [] if root is None else [item for item in root if local(item)]
        self._patterns = {
            whole(attribute(item, "abstractNumId"), -1): _levels(item)
            for item in items
            if local(item) == "abstractNum"
        }
        self._lists = {
            whole(attribute(item, "numId"), -1): item for item in items if local(item) == "num"
        }
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[int] = set()

    def next(self, number: int | None, depth: int | None) -> str:
        """The printed number of the next paragraph in list `number` at level `depth`, or ""."""
        item = self._lists.get(number or 0)
        abstract = child(item, "abstractNumId")
        if item is None or abstract is None:
            return ""
        pattern = whole(attribute(abstract, "val"), -1)
        levels = {**self._patterns.get(pattern, {}), **_overrides(item)}
        at = min(max(depth or 0, 0), LEVELS - 1)
        if at not in levels:
            return ""
        counts = self._counts.setdefault(pattern, {})
        if number not in self._begun:
            self._begun.add(number or 0)
            counts.update(_restarts(item))
        _count(counts, levels, at)
        return _printed(counts, levels, at)


def _count(counts: dict[int, int], levels: dict[int, Level], at: int) -> None:
    """Count one on, and let the deeper levels begin anew."""
    for above in range(at):
        counts.setdefault(above, levels[above].start if above in levels else 1)
    counts[at] = counts[at] + 1 if at in counts else levels[at].start
    for below in [level for level in counts if level > at]:
        restart = levels[below].restart if below in levels else None
        if restart is None or (restart and at < restart):
            del counts[below]


def _printed(counts: dict[int, int], levels: dict[int, Level], at: int) -> str:
    level = levels[at]
    if level.kind == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        kind = "decimal" if level.plain else levels.get(index, Level()).kind
        return counted(counts.get(index, 1), kind)

    text = re.sub(r"%([1-9])", number, level.pattern)
    tight = level.suffix == "nothing" or not text or text[-1] in CLOSING
    return text if tight else f"{text} "


def _restarts(item: Element) -> dict[int, int]:
    """The counts just before the first number of a list that says where it starts."""
    return {
        whole(attribute(one, "ilvl"), 0): whole(attribute(start, "val"), 1) - 1
        for one in item
        if local(one) == "lvlOverride" and (start := child(one, "startOverride")) is not None
    }


def _overrides(item: Element) -> dict[int, Level]:
    return {
        whole(attribute(one, "ilvl"), 0): _level(level)
        for one in item
        if local(one) == "lvlOverride" and (level := child(one, "lvl")) is not None
    }


def _levels(item: Element) -> dict[int, Level]:
    return {
        whole(attribute(level, "ilvl"), 0): _level(level) for level in item if local(level) == "lvl"
    }


def _level(item: Element) -> Level:
    def value(name: str) -> str | None:
        found = child(item, name)
        return None if found is None else attribute(found, "val")

    restart = value("lvlRestart")
    return Level(
        whole(value("start"), 1),
        value("numFmt") or "decimal",
        value("lvlText") or "",
        value("suff") or "tab",
        None if restart is None else whole(restart, 0),
        child(item, "isLgl") is not None,
    )

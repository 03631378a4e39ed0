"""Rates named in sentences (文中比率), such as 办结率: what divides what, as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention

TAIL = r"(?:为|是|达|到|总|共|数|额)*\Z"
"""What may stand between a name and its figure."""

_NARROWED = re.compile(r"按[时期]|提前|限时|超期|当[场日天]|及时|一次|网上|全程|首次|准[时点]")


@dataclass(frozen=True, slots=True)
class Rate:
    """A named rate: patterns of its name, of what is divided (`over`) and by what (`under`, added up).

    `unless` is what else may belong to the dividend; `part` whether the dividend must stand right
    behind its whole, `nested` whether there may be several wholes, one in the other.
    """

    name: str
    says: str
    over: tuple[str, ...]
    under: tuple[str, ...]
    part: bool = False
    nested: bool = False
    unless: str = ""


@lru_cache(maxsize=1)
def rates() -> tuple[Rate, ...]:
    """Every declared rate."""
    entries = tomllib.loads(Path(__file__).with_name("rates.toml").read_text("utf-8"))["rate"]
    return tuple(
        Rate(
            name=one["name"],
            says=one["says"],
            over=tuple(one["over"]),
            under=tuple(one["under"]),
            part=one.get("part", False),
            nested=one.get("nested", False),
            unless=one.get("unless", ""),
        )
        for one in entries
    )


def rate_of(mention: Mention) -> Rate | None:
    """The declared rate a percentage is; 按期办结率 is another rate than 办结率."""
    if mention.kind not in ("rate", "completion"):
        return None
    words = essence(mention.label or mention.before)
    for rate in rates():
        match = re.search(rate.name + TAIL, words)
        if match:
            return None if _NARROWED.search(words[: match.start()]) else rate
    return None

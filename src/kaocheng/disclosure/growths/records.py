"""A comparison and the words of its direction (比较): now, was, the change between them, its rates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kaocheng.disclosure.sentences import Mention, Sentence

_UP = re.compile(r"增|上升|提高|提升|多|超|追加|升高")
_DOWN = re.compile(r"减|下降|降|少|低|压缩|节约|节省|缩|精简")
_RATE = re.compile(r"(?:节约|节支|精简|压缩|压减|[增减降]长?)[率幅]度?(?:为|达|是)?\Z")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`now` compared with `was`; `change` between them, `rates` of it; each None where not printed."""

    sentence: Sentence
    now: Mention | None
    was: Mention
    change: Mention | None
    rates: tuple[Mention, ...]

    @property
    def falls(self) -> bool:
        """Whether the words say that `now` is less than `was`."""
        told = [m for m in (self.change, *self.rates) if m]
        return any(falls(m) for m in told[:1])


def turned(told: Comparison) -> bool:
    """Whether the two amounts lie exactly the change apart, but the other way than the words say."""
    if told.now is None or told.change is None or told.change.figure.base <= 0:
        return False
    gap = told.now.figure.base - told.was.figure.base
    return abs(gap) == told.change.figure.base and (gap < 0) != told.falls


def falls(mention: Mention) -> bool:
    """Whether the words right before a change or a rate speak of less."""
    words = mention.label or mention.before
    up, down = _last(_UP, words), _last(_DOWN, words)
    return down > up


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def is_rate(mention: Mention) -> bool:
    """Whether a percentage tells how much something grew, fell or was saved."""
    ratio = mention.figure.unit.is_ratio
    return ratio and (mention.kind == "growth" or bool(_RATE.search(mention.label)))


def same(one: Mention, two: Mention) -> bool:
    """Whether two figures are of one dimension."""
    return one.figure.unit.dimension == two.figure.unit.dimension

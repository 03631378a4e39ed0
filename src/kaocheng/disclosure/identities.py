"""Identities between amounts named in one stretch of text (文中恒等式), as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention

_LEAD = r"(?:.{0,14}?)"
_UNNAMED = "·" * 14  # stands before a name, so that nothing else may lead up to it
_TAIL = r"(?:支出|决算|安排|总额|数|均|共|合计|总计|为|是|达|到|资金|金额)*\Z"
_CHANGE = re.compile(r"增加|减少|增长|下降|比上年|较上年")


@dataclass(frozen=True, slots=True)
class Called:
    """A figure by the essence of its name; `level` is whether it is an amount and not a change."""

    mention: Mention
    name: str
    level: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """whole = Σ plus − Σ minus, each a pattern for the name of an amount; `scope` how near they stand.

    `more` and `less` are added and subtracted where they are named at all.
    """

    name: str
    scope: str
    whole: re.Pattern[str]
    plus: tuple[re.Pattern[str], ...]
    minus: tuple[re.Pattern[str], ...]
    more: tuple[re.Pattern[str], ...] = ()
    less: tuple[re.Pattern[str], ...] = ()

    def find(self, called: list[Called]) -> tuple[Mention, list[Mention], list[Mention]] | None:
        """The whole, the added and the subtracted amounts, when each is named exactly once or alike."""
        whole = _one(self.whole, called)
        if whole is None:
            return None
        plus = [_one(p, called) for p in (*self.plus, *_named(self.more, called))]
        minus = [_one(p, called) for p in (*self.minus, *_named(self.less, called))]
        found = [m for m in (whole, *plus, *minus) if m]
        if len({id(m) for m in found}) != 1 + len(plus) + len(minus):
            return None
        return whole, [m for m in plus if m], [m for m in minus if m]


def called(mentions: Iterable[Mention]) -> list[Called]:
    """The figures of a stretch of text by what they are called, made once for all identities."""
    return [
        Called(m, essence(m.label), m.kind == "amount" and not _CHANGE.search(m.label))
        for m in mentions
    ]


def _named(patterns: tuple[re.Pattern[str], ...], called: list[Called]) -> list[re.Pattern[str]]:
    return [p for p in patterns if any(p.match(one.name) for one in called)]


def _one(pattern: re.Pattern[str], called: list[Called]) -> Mention | None:
    """The first amount of that name, None when another of that name has another value.

    Amounts of exactly that name come before those whose name only ends with it.
    """
    found = [one for one in called if one.level and pattern.match(one.name)]
    exact = [one for one in found if pattern.match(_UNNAMED + one.name)]
    found = exact or found
    return found[0].mention if len({one.mention.figure.base for one in found}) == 1 else None


@lru_cache(maxsize=1)
def identities() -> tuple[Identity, ...]:
    """Every declared identity."""
    with (Path(__file__).parent / "identities.toml").open("rb") as file:
        return tuple(_identities(tomllib.load(file)["identity"]))


def _identities(entries: list[dict[str, object]]) -> Iterator[Identity]:
    for entry in entries:
        yield Identity(
            name=str(entry["name"]),
            scope=str(entry["scope"]),
            whole=_pattern(str(entry["whole"])),
            plus=_patterns(entry.get("plus", [])),
            minus=_patterns(entry.get("minus", [])),
            more=_patterns(entry.get("more", [])),
            less=_patterns(entry.get("less", [])),
        )


def _patterns(words: object) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(str(word)) for word in words) if isinstance(words, list) else ()


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{words}){_TAIL}")

"""Counts divided in two (一分为二): what was done and what was not, in one sentence, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence

_TAIL = r"(?:了|的|有|共|数|为|是|达|件|项)*\Z"
_ELSEWHERE = re.compile(r"上年|去年|往年|以前|结转|遗留|累计|历年|跨年|存量")
_ABOUT = re.compile(r"(?:约|近|逾|超过?|不少于|不低于)\Z")
_ALSO = re.compile(
    r"退[件回]|撤[回销件]|不予|作废|转[办交出]|终止|暂停|取消|移[交送]|优秀|良好|基本合格"
)


@dataclass(frozen=True, slots=True)
class Split:
    """whole = done + left, or ≥ where other outcomes are possible; patterns end at the figure."""

    name: str
    kind: str
    done: re.Pattern[str]
    left: re.Pattern[str]

    def find(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention, Mention]]:
        """Three counts of one unit side by side, the first of them the whole."""
        if _ELSEWHERE.search(sentence.text) or _ALSO.search(sentence.text):
            return
        found = tuple(m for m in sentence.mentions if not m.figure.unit.is_ratio)
        for at in range(len(found) - 2):
            whole, done, left = found[at : at + 3]
            names = essence(done.label), essence(left.label)
            if _counts(whole, done, left) and self._fits(*names):
                yield _meant(found[: at + 1], done, left), done, left

    def _fits(self, done: str, left: str) -> bool:
        return bool(self.done.fullmatch(done) and self.left.fullmatch(left))


def _meant(earlier: tuple[Mention, ...], done: Mention, left: Mention) -> Mention:
    """The whole: the count right before them, or an earlier one that they make up exactly."""
    added = done.figure.base + left.figure.base
    alike = [m for m in earlier if m.figure.unit == done.figure.unit]
    return next((m for m in reversed(alike) if m.figure.base == added), earlier[-1])


def _counts(whole: Mention, done: Mention, left: Mention) -> bool:
    told = (whole, done, left)
    if any(_ABOUT.search(m.label) or m.figure.approximate for m in told):
        return False
    same = whole.figure.unit == done.figure.unit == left.figure.unit
    return same and all(m.kind == "count" for m in told)


@lru_cache(maxsize=1)
def splits() -> tuple[Split, ...]:
    """Every declared division."""
    entries = tomllib.loads(Path(__file__).with_name("splits.toml").read_text("utf-8"))["split"]
    return tuple(
        Split(e["name"], e.get("kind", "="), _pattern(e["done"]), _pattern(e["left"]))
        for e in entries
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_TAIL}")

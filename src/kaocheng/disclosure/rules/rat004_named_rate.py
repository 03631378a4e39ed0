"""RAT004: a rate such as 办结率 that does not follow from the amounts it is named after."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.disclosure.context import before, essence, nearest, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT004"
_LEAD = r"(?:.{0,16}?)"
_TAIL = r"(?:为|是|达|到|总|共|数|额)*\Z"


@lru_cache(maxsize=1)
def _rates() -> tuple[dict[str, Any], ...]:
    with (Path(__file__).parents[1] / "rates.toml").open("rb") as file:
        return tuple(tomllib.load(file)["rate"])


@rule("比率与分子分母不符", family="比率", of=Statement)
def named_rate(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """办结率, 执行率 and the like are recomputed from the two amounts named just before them."""
    found = False
    for group in paragraphs(statement):
        for sentence in group:
            for mention in sentence.mentions:
                rate = _rate(mention)
                if rate:
                    found = True
                    yield _claim(group, mention, rate)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有办结率、执行率一类的比率")


def _rate(mention: Mention) -> dict[str, Any] | None:
    if mention.kind not in ("rate", "completion"):
        return None
    words = essence(mention.label or mention.before)
    return next((rate for rate in _rates() if re.search(rate["name"] + _TAIL, words)), None)


def _claim(group: list[Sentence], mention: Mention, rate: dict[str, Any]) -> Ratio | Unjudged:
    earlier = before(group, mention)
    over = [_find(earlier, words) for words in rate["over"]]
    under = [_find(earlier, words) for words in rate["under"]]
    if not all(over) or not all(under):
        return Unjudged(
            CODE, Outcome.NOT_POSSIBLE, "比率的分子或分母文中没有", mention.figure.place
        )
    top, low = [Term(m.figure) for m in over if m], [Term(m.figure) for m in under if m]
    return Ratio(CODE, mention.figure, tuple(top), tuple(low), rate["says"])


def _find(earlier: list[Mention], words: str) -> Mention | None:
    pattern = re.compile(_LEAD + f"(?:{words})" + _TAIL)
    return nearest(
        earlier,
        lambda m: m.kind in ("amount", "count") and bool(pattern.match(essence(m.label))),
        8,
    )

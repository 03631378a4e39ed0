"""比上年A增加C, 上年A，本年N: a comparison read from the earlier amount (由所比的数读出)."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import before, essence, is_change
from kaocheng.disclosure.growths.names import name_of
from kaocheng.disclosure.growths.records import Comparison, is_rate, same
from kaocheng.disclosure.references import EARLIER
from kaocheng.disclosure.sentences import Mention, Sentence

_BREAK = re.compile(r"[；;。]")
_FEWEST = 2


def from_base(group: list[Sentence], sentence: Sentence, index: int) -> Comparison | None:
    """比A增加C，增长p%; 上年A，同比增加C; （上年为A）; 上年A，本年N，增加C."""
    was = sentence.mentions[index]
    previous = sentence.mentions[index - 1] if index else None
    bracketed = previous is not None and was.depth > previous.depth
    rest = sentence.mentions[index + 1 :]
    if was.refers == EARLIER and rest and _is_present(rest[0], was):
        return Comparison(sentence, rest[0], was, *_told(rest[1:], was))
    change, rates = _told(rest, was)
    if bracketed and previous and is_change(previous) and change is None:
        change = previous
    beside = previous is not None and same(previous, was) and not previous.refers
    if was.refers == EARLIER and not bracketed and change is None and not beside:
        return None
    return Comparison(sentence, _now(group, sentence, was, change, rest), was, change, rates)


def _is_present(mention: Mention, was: Mention) -> bool:
    """Whether an amount is this year's, of the same name, told right behind last year's."""
    said = re.match(r"\s*[，,]\s?(?:而)?(?:本年|今年|当年|20\d\d\s?年)", mention.before)
    level = same(mention, was) and not mention.refers and not is_change(mention)
    name = name_of(mention)
    return bool(said) and level and (not name or name == name_of(was))


def _told(rest: tuple[Mention, ...], was: Mention) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The change and the rates right behind the amount they are reckoned from."""
    change: Mention | None = None
    rates: list[Mention] = []
    for mention in rest:
        if _BREAK.search(mention.before) or (mention.refers and not rates):
            break
        if is_rate(mention):
            rates.append(mention)
        elif change is None and not rates and _is_difference(mention, was):
            change = mention
        else:
            break
    return change, tuple(rates[:1])


def _is_difference(mention: Mention, was: Mention) -> bool:
    return same(mention, was) and is_change(mention) and not re.search("其中", mention.before)


def _now(
    group: list[Sentence],
    sentence: Sentence,
    was: Mention,
    change: Mention | None,
    rest: tuple[Mention, ...],
) -> Mention | None:
    """The present amount: of the name of the earlier one, else the nearest that fits, else the nearest."""
    first = min(m.start for m in (was, change) if m)
    earlier = [
        m
        for m in before(group, was)
        if same(m, was) and not m.refers and not is_change(m) and m.start < first
    ]
    here = [m for m in earlier if m.start >= sentence.start]
    name = name_of(was)
    named = [m for m in here or earlier[:1] if len(name) >= _FEWEST and name in essence(m.label)]
    near = [m for m in here if m.depth <= was.depth]
    fitting = [m for m in named or near if change is None or _apart(m, was, change)]
    return next(iter(fitting or named or near[:1] or _after(rest, was)), None)


def _after(rest: tuple[Mention, ...], was: Mention) -> list[Mention]:
    """与上年A相比增加C，增长p%，达到N."""
    reached = re.compile(r"(?:达到?|[为至])\Z")
    return [m for m in rest[:3] if same(m, was) and reached.search(m.label)][:1]


def _apart(now: Mention, was: Mention, change: Mention) -> bool:
    gap = abs(now.figure.base - was.figure.base)
    return gap == abs(change.figure.base)

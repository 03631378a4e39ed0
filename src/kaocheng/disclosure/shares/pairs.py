"""Amounts and the shares printed behind them (数额与占比), and what a run of them is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.context import essence, nearest
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Term

_OWN = re.compile(r"(?:其中)?(?P<name>[^占其]{2,12})占比?(?:为|达)?\Z")
_THAT_IS = re.compile(r"\s*[，,（(]\s?(?:即|也就是|折合|为)\s*\Z")
_RUN = 2  # so many shares of one run must fit before a base is taken for theirs


@dataclass(frozen=True, slots=True)
class Base:
    """What a share is a share of: amounts that are added, and what they are called."""

    terms: tuple[Term, ...]
    name: str


def pairs(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Each amount with the share right behind it, brackets between them passed over."""
    for index, share in enumerate(sentence.mentions):
        if share.kind == "share":
            part = part_of(sentence, index)
            if part and part.kind in ("amount", "count"):
                yield part, share


def _own_part(earlier: list[Mention], share: Mention) -> Mention | None:
    """The count a share names before its 占 (A类占64%, 即办件占比36.81%), told before under that name."""
    match = _OWN.match(essence(share.label))
    name = match["name"] if match else ""
    told = (m for m in earlier if name and essence(m.label).strip("、").endswith(name))
    return next((m for m in told if m.kind in ("amount", "count")), None)


def part_of(sentence: Sentence, index: int) -> Mention | None:
    """What stands right before a share, brackets between them passed over, or what it names itself."""
    if (after := _said_again(sentence, index)) is not None:
        return after
    depth = sentence.mentions[index].depth
    earlier = list(reversed(sentence.mentions[:index]))
    if named := _own_part(earlier, sentence.mentions[index]):
        return named
    return nearest(earlier, lambda m: m.depth <= depth and not m.refers, 12)


def _said_again(sentence: Sentence, index: int) -> Mention | None:
    """The amount a share is told of before it (基本支出占68%，即850万元)."""
    after = sentence.mentions[index + 1 : index + 2]
    return after[0] if after and _THAT_IS.match(after[0].before) else None


def complete_runs(sentence: Sentence) -> Iterator[list[tuple[Mention, Mention]]]:
    """Amounts each followed by its share, when the shares make up the whole."""
    run = list(pairs(sentence))
    total = sum((share.figure.base for _, share in run), Decimal(0))
    slack = sum((share.figure.step for _, share in run), Decimal(0))
    if len(run) > 1 and abs(total - 1) <= slack:
        yield run


def voted(run: list[tuple[Mention, Mention]], wholes: list[Mention]) -> dict[int, Base]:
    """For a run of amounts and shares, the base that bears out most of them: an earlier amount.

    At least half of the shares that are not nil must fit, and all but one of three; the base that
    fits most is taken, the sum of the parts among them.
    """
    telling = [(one, two) for one, two in run if two.figure.value]
    if len(telling) < _RUN:
        return {}
    sums = Base(tuple(Term(one.figure) for one, _ in run), "各项之和")
    named = [Base((Term(whole.figure),), whole.label) for whole in wholes if whole.figure.value]
    votes = [(sum(_fits(*pair, base) for pair in telling), base) for base in [*named, sums]]
    right, best = max(votes, key=lambda vote: vote[0])
    if right * 2 >= len(telling) and right >= min(len(telling) - 1, _RUN):
        return {id(two): best for _, two in run}
    return {}


def _fits(part: Mention, share: Mention, base: Base) -> bool:
    under = sum((term.figure.base for term in base.terms), Decimal(0))
    if not (alike(base, part.figure) and under):
        return False
    slack = share.figure.step / 2 + part.figure.step / under
    return abs(part.figure.base / under - share.figure.base) <= slack


def alike(base: Base, part: Figure) -> bool:
    """Whether a part can be a share of it: both of one dimension."""
    return all(term.figure.unit.dimension == part.unit.dimension for term in base.terms)

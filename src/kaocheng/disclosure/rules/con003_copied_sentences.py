"""CON003: a statement repeated word for word with one figure changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON003"
_SOFT = re.compile(r"[\s，,。；;：:、“”\"'（）()]|共|其中")
_TELLING = 3
Key = tuple[str, ...]


@rule("重复的表述数字不同", family="前后一致", of=Statement)
def copied_sentences(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Two figures that stand side by side in the same words elsewhere are the same two figures."""
    pairs: dict[Key, list[tuple[Mention, Mention]]] = defaultdict(list)
    for sentence in statement.sentences:
        for one, two in pairwise(sentence.mentions):
            pairs[_key(sentence, one, two)].append((one, two))
    claims = [claim for key, found in pairs.items() if len(key[0]) > 1 for claim in _claims(found)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有重复的表述")


def _key(sentence: Sentence, one: Mention, two: Mention) -> Key:
    after = sentence.passage.text[two.end : two.end + 4]
    units = (one.figure.unit.name, two.figure.unit.name, str(one.figure.year))
    return (_SOFT.sub("", one.label), _SOFT.sub("", two.before), _SOFT.sub("", after)[:2], *units)


def _claims(found: list[tuple[Mention, Mention]]) -> Iterator[Sum]:
    """Occurrences that share one telling figure with the first are taken for copies of it."""
    for index, (one, two) in enumerate(found):
        for first, second in found[:index]:
            if _copies((one, two), (first, second)):
                yield _same(one, first)
                yield _same(two, second)
                break


def _copies(pair: tuple[Mention, Mention], other: tuple[Mention, Mention]) -> bool:
    return any(
        a.figure.base == b.figure.base and _digits(a) >= _TELLING
        for a, b in zip(pair, other, strict=True)
    )


def _digits(mention: Mention) -> int:
    return len(str(mention.figure.value).replace(".", "").strip("0-"))


def _same(mention: Mention, first: Mention) -> Sum:
    says = f"“{mention.label}{mention.figure.text}”与前文同一表述一致"
    return Sum(CODE, mention.figure, (Term(first.figure),), says, same=True)

"""CON003: a statement repeated word for word with one figure changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.slips import ONE_DIGIT, SWAPPED, slip
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "CON003"
_SOFT = re.compile(r"[\s，,。；;：:、“”\"'（）()]|共|其中")
_PROJECT = re.compile(r"([^，,：:、（）()\s\d]{1,30}(?:项目|工程|专项|经费))")
_CLAUSE = re.compile(r"[；;。\n]")
_ORDER = re.compile(r"^[一二三四五六七八九十]+是")
_TELLING = 3
_MANY = 3
_MOSTLY = 0.6
_SLIPS = {ONE_DIGIT, SWAPPED}
Run = tuple[Mention, ...]


@rule("重复的表述数字不同", family="前后一致", of=Statement)
def copied_sentences(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Figures that stand side by side in the same words elsewhere are the same figures."""
    runs: dict[tuple[str, ...], list[Run]] = defaultdict(list)
    for group in paragraphs(statement):
        whole = tuple(m for sentence in group for m in sentence.mentions)
        if len(group) > 1 and len(whole) >= _MANY:
            runs[("段", *_skeleton(whole))].append(whole)
    for sentence in statement.sentences:
        for one, two in pairwise(sentence.mentions):
            runs[_pair_key(sentence, one, two)].append((one, two))
        if len(sentence.mentions) >= _MANY:
            runs[_skeleton(sentence.mentions)].append(sentence.mentions)
    claims = [c for found in runs.values() for c in (*_claims(found), *_odd_ones(found))]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有重复的表述")


def _pair_key(sentence: Sentence, one: Mention, two: Mention) -> tuple[str, ...]:
    after = sentence.passage.text[two.end : two.end + 4]
    units = (one.figure.unit.name, two.figure.unit.name, str(one.figure.year))
    said = (_SOFT.sub("", one.label), _SOFT.sub("", two.before), _SOFT.sub("", after)[:2])
    return (*said, _subject(sentence, one), *units)


def _subject(sentence: Sentence, mention: Mention) -> str:
    """The 科目 or project a line speaks of: the same words on another are another statement."""
    before = sentence.passage.text[: mention.start]
    head, item, _ = before.partition("（项）")
    if item:
        return _SOFT.sub("", head)
    named = _PROJECT.findall(_CLAUSE.split(before)[-1])
    return _ORDER.sub("", named[-1]) if named else ""


def _skeleton(mentions: Run) -> tuple[str, ...]:
    return tuple(_SOFT.sub("", m.before) + m.figure.unit.name for m in mentions)


def _claims(found: list[Run]) -> Iterator[Sum]:
    """A run that mostly agrees with an earlier one of the same words is taken for its copy."""
    seen: dict[tuple[int, Decimal], Run] = {}
    for run in found:
        keys = [(index, m.figure.base) for index, m in enumerate(run) if _digits(m) >= _TELLING]
        earlier = {id(seen[key]): seen[key] for key in keys if key in seen}
        for first in earlier.values():
            if _copies(run, first):
                yield from _compared(run, first)
                break
        for key in keys:
            seen.setdefault(key, run)


def _compared(run: Run, first: Run) -> Iterator[Sum]:
    """Each figure that another one beside it shows to be meant: by itself it proves nothing."""
    pairs = list(zip(run, first, strict=True))
    telling = [m for m, o in pairs if m.figure.base == o.figure.base and _digits(m) >= _TELLING]
    yield from (_same(m, other) for m, other in pairs if any(t is not m for t in telling))


def _odd_ones(found: list[Run]) -> Iterator[Sum]:
    """A pair told alike two times and more, and once with one of its figures a slip away."""
    alike: dict[tuple[Decimal, ...], list[Run]] = defaultdict(list)
    for run in found:
        if len(run) < _MANY:
            alike[tuple(m.figure.base for m in run)].append(run)
    usual = [same for same in alike.values() if len(same) > 1]
    for (run,) in (same for same in alike.values() if len(same) == 1 == len(usual)):
        pairs = list(zip(run, usual[0][0], strict=True))
        apart = [(m, other) for m, other in pairs if m.figure.base != other.figure.base]
        if len(apart) == 1 and slip(apart[0][0].figure, apart[0][1].figure.base) in _SLIPS:
            kept = [m for m, other in pairs if m.figure.base == other.figure.base]
            if not any(m.figure.unit.is_ratio or not m.figure.value for m in kept):
                yield _same(*apart[0])


def _copies(run: Run, first: Run) -> bool:
    equal = [a.figure.base == b.figure.base for a, b in zip(run, first, strict=True)]
    telling = any(same and _digits(m) >= _TELLING for same, m in zip(equal, run, strict=True))
    return telling and (len(run) < _MANY or sum(equal) >= _MOSTLY * len(run))


def _digits(mention: Mention) -> int:
    return len(str(mention.figure.value).replace(".", "").strip("0-"))


def _same(mention: Mention, first: Mention) -> Sum:
    says = f"“{mention.label}{mention.figure.text}”与前文同一表述一致"
    return Sum(CODE, mention.figure, (Term(first.figure),), says, same=True, copied=True)

"""How far a list reaches (列举的范围): which of the amounts behind 其中 are parts of its whole.

What follows 其中 up to 。 is not all of one list. Behind ； something else may be told, and a part may be
followed by its budget, or by what was spent of it. Where one way of reading makes the parts come to the
whole exactly, the list is read so; else by its punctuation and by what the amounts are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.slips import slip
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.relations import Sum, Term, total

_NEXT = re.compile(r"[；;。]")
_DURING = r"(?:年中|年度|当年|执行中|期间)?"
_STAGES = [
    ("adjusted", re.compile(r"全年预算|调整后?预算|预算调整|调整后")),
    ("cut", re.compile(rf"{_DURING}(?:调减|追减|核减)|(?:年中|执行中)减少")),
    ("added", re.compile(rf"{_DURING}(?:追加|调增)|(?:年中|执行中)增加")),
    ("planned", re.compile(r"年初(?:部门)?(?:预算|安排|批复)|(?<!公共)(?<!基金)(?<!经营)预算(?!内|外|单位|绩效|管理)")),
    ("spent", re.compile(r"决算|执行|实际|支付|已付|[已未]支出")),
    ("arrived", re.compile(r"到位")),
    ("left", re.compile(r"\A(?:资金|累计|当年|期末)?(?:结余|结转|剩余|尚余)(?:资金|金额)?(?:为|数)?\Z")),
    ("spent", re.compile(r"\A(?:本年|当年|总|共)?支出(?:合计|总计|总额|数|为|共)*\Z")),
]  # fmt: skip
_MANY = 20  # parts beyond which a slip is not sought
_BUDGET = frozenset({"planned", "added", "cut"})
_TAIL = re.compile(r"(?:决算|预算|合计|总计|总额|金额|数|共|为|是|有|〔类〕)+\Z")


def stage(mention: Mention) -> str:
    """Which stage of the money an amount tells (预算、追加、到位、支出、结余); "" where none is named."""
    name = essence(mention.label)
    whole = "全年" if "全年预算" in mention.label else ""  # 全年 is noise to `essence`
    return next((told for told, words in _STAGES if words.search(whole + name)), "")


def is_adjustment(mention: Mention, first: Mention) -> bool:
    """Whether an amount is added to or cut from the budget that a list begins with (年中调减)."""
    return stage(first) == "planned" and stage(mention) in ("added", "cut")


def factor(mention: Mention, first: Mention) -> Decimal:
    """−1 where the amount is cut from the budget the list begins with, else 1."""
    return Decimal(-1 if stage(first) == "planned" and stage(mention) == "cut" else 1)


def reach(whole: Mention, told: Sequence[Mention], *, apart: bool) -> Sequence[Mention]:
    """The parts among the amounts `told`; `apart` is whether ： sets the list off, so that ； divides it."""
    if not told:
        return told
    kept = _of_one_stage(whole, told)
    plain = _by_marks(whole, kept, apart=apart)
    return next(
        (one for one in (plain, *_readings(told), *_readings(kept)) if _fits(whole, one)), plain
    )


def added(parts: Sequence[Mention]) -> Interval:
    """What parts come to, within the precision of their prints."""
    return total(tuple(Term(m.figure, factor(m, parts[0])) for m in parts))


def _fits(whole: Mention, parts: Sequence[Mention]) -> bool:
    return added(parts).meets(whole.figure.interval)


def _readings(told: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """The amounts up to each ；, then all of them."""
    yield from (told[:at] for at, m in enumerate(told) if at and _NEXT.search(m.before))
    yield told


def _of_one_stage(whole: Mention, told: Sequence[Mention]) -> Sequence[Mention]:
    """The amounts of the stage the list is of; behind ； one of another stage ends it."""
    stages = {named for m in told if (named := stage(m))}
    if stage(told[0]) and (len(stages) == 1 or stages <= _BUDGET):
        return told
    wanted = (
        {"", stage(whole)} if stage(whole) in stages or not stage(told[0]) else {stage(told[0])}
    )
    kept: list[Mention] = []
    for mention in told:
        if stage(mention) in wanted:
            kept.append(mention)
        elif stage(told[0]) in wanted and _NEXT.search(mention.before):
            break
    return kept


def _by_marks(whole: Mention, told: Sequence[Mention], *, apart: bool) -> Sequence[Mention]:
    """Up to some ； where ， divides the parts; without ： as far as they are named alike."""
    first = next((at for at, m in enumerate(told) if at and _NEXT.search(m.before)), len(told))
    if first > 1:
        return _nearest(whole, told)
    if apart:
        return told
    kind = _kind(told[0])
    other = (at for at, m in enumerate(told) if at and _kind(m) != kind)
    return told[: next(other, len(told))]


def _nearest(whole: Mention, told: Sequence[Mention]) -> Sequence[Mention]:
    """The reading one slip from fitting, else the longest within the whole, else the shortest."""
    readings = list(_readings(told))
    within = (one for one in reversed(readings) if added(one).low <= whole.figure.interval.high)
    slipped = (one for one in reversed(readings) if len(one) < _MANY and _slipped(whole, one))
    return next(chain(slipped, within), readings[0])


def _slipped(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether one part mistyped is all that keeps the parts from coming to the whole."""
    terms = tuple(Term(m.figure, factor(m, parts[0])) for m in parts)
    relation = Sum("", whole.figure, terms, "")
    claims = ((m.figure, relation.implied(m.figure)) for m in parts)
    return any(claim and claim.low > 0 and slip(figure, claim.middle) for figure, claim in claims)


def _kind(mention: Mention) -> str:
    """The last character of a name, which tells the kind of thing (支出, 收入, 费, 类)."""
    return _TAIL.sub("", essence(mention.label))[-1:]

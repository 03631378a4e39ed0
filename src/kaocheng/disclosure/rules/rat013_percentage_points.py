"""RAT013: 由…%提高到…%，提高…个百分点: the points are not the difference of the two shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT013"
_FROM = re.compile(r"(?:由|从)[^，,；;。]*\Z")
_TO = re.compile(r"(?P<word>提高|提升|上升|增长|增加|下降|降低|减少|降)[到至为]\Z")
_BY = re.compile(r"(?:提高|提升|上升|增长|增加|下降|降低|减少|降)了?\Z")
_DOWN = re.compile(r"下降|降低|减少|降")
_VERSUS = re.compile(r"[，,]\s?(?P<over>高于|超过|高出|超出|低于|比|较)[^，,。；;：:]{0,14}[（(]?")
_BEHIND = re.compile(r"[）)]?\s?(?:高出?|提高|上升|增加|多|低|下降|降低|减少)?了?")
_ABOVE = re.compile(r"高|超|上升|增加|多")
_BELOW = re.compile(r"低|下降|减少")
_POINTS = "个百分点"


@rule("提高的百分点与前后两个比率不符", family="比率", of=Statement)
def percentage_points(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Two shares told with 由…到…, and right behind them by how many points they lie apart."""
    claims = [claim for s in statement.sentences for claim in _claims(s)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有由一个比率变到另一个比率的百分点")


def _claims(sentence: Sentence) -> Iterator[Sum]:
    told = sentence.mentions
    for first, second, points in zip(told, told[1:], told[2:], strict=False):
        if claim := _against(first, second, points):
            yield claim
        elif _fits(first, second, points):
            down = _DOWN.search(points.before)
            sign = Decimal(-1) if down else Decimal(1)
            terms = (Term(second.figure, sign), Term(first.figure, -sign))
            says = "降低的百分点=原比率－现比率" if down else "提高的百分点=现比率－原比率"
            yield Sum(CODE, points.figure, terms, says)


def _against(first: Mention, second: Mention, points: Mention) -> Sum | None:
    """满意度98.2%，高于目标值（95%）3.2个百分点."""
    shares = all(m.figure.unit.is_ratio for m in (first, second))
    match = _VERSUS.fullmatch(second.before)
    behind = _BEHIND.fullmatch(points.before)
    if not (shares and match and behind and points.figure.unit.name == _POINTS):
        return None
    words = match["over"] + behind[0]
    if bool(_ABOVE.search(words)) == bool(_BELOW.search(words)):
        return None
    sign = Decimal(-1) if _BELOW.search(words) else Decimal(1)
    terms = (Term(first.figure, sign), Term(second.figure, -sign))
    return Sum(CODE, points.figure, terms, "相差的百分点=两个比率之差")


def _fits(first: Mention, second: Mention, points: Mention) -> bool:
    to = _TO.search(second.before.strip())
    by = _BY.search(points.before.strip())
    shares = all(m.figure.unit.is_ratio and m.figure.unit.name != _POINTS for m in (first, second))
    same = to and by and bool(_DOWN.search(to["word"])) == bool(_DOWN.search(by[0]))
    return bool(
        _FROM.search(first.before) and shares and same and points.figure.unit.name == _POINTS
    )

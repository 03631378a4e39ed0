"""SUM032: 过程30分，得28.5分: a score above its points, a rate or a total that does not follow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.points import Card, Pair, cards
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.relations import Ratio, Sum, Term
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "SUM032"
_FULL = Decimal(100)
_NEAR = 10  # farther from a hundred, the items are not all of them
_WHOLE = 3


@rule("文中得分与分值、得分率、总分不符", family="得分复算", of=Statement)
def points_and_scores(statement: Statement) -> Iterator[Sum | Ratio | Finding | Judged | Unjudged]:
    """Each score is within its points; 得分率 is one over the other; the total is the sum of all.

    Where the document has a table of scores, PER085 and PER016 hold the text against it.
    """
    read = statement.performance
    tabled = read is not None and bool(read.scorecards or any(c.scores for c in read.prose))
    found = [] if tabled else list(cards(statement))
    for card in found:
        for pair in card.pairs:
            yield from _of_pair(pair)
        yield from _of_card(card)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有一项一项写出分值和得分的段落")


def _of_pair(pair: Pair) -> Iterator[Sum | Ratio]:
    name = pair.points.label.strip("、，") or "该项"
    score, points = pair.score.figure, Term(pair.points.figure)
    yield Sum(CODE, score, (points,), f"“{name}”的得分不超过分值", "≤")
    if pair.rate is not None:
        says = f"“{name}”的得分率 = 得分 ÷ 分值"
        yield Ratio(CODE, pair.rate.figure, (Term(score),), (points,), says)


def _of_card(card: Card) -> Iterator[Sum | Finding | Judged]:
    if card.total is not None:
        scores = tuple(Term(pair.score.figure) for pair in card.pairs)
        yield Sum(CODE, card.total.figure, scores, "总得分 = 各项得分之和")
    if card.full is not None:
        points = tuple(Term(pair.points.figure) for pair in card.pairs)
        yield Sum(CODE, card.full.figure, points, "总分 = 各项分值之和")
    elif card.spoken is not None and len(card.pairs) >= _WHOLE:
        yield from _of_hundred(card, card.spoken)


def _of_hundred(card: Card, total: Mention) -> Iterator[Finding | Judged]:
    """Points that come close to a hundred but do not make it, told with the total score."""
    added = sum((pair.points.figure.value for pair in card.pairs), Decimal(0))
    figures = tuple(pair.points.figure for pair in card.pairs)
    if abs(added - _FULL) > _NEAR:
        return
    outcome = Outcome.HOLDS if added == _FULL else Outcome.FAILS
    yield Judged(CODE, outcome, "各项分值合计一百分", figures)
    if added != _FULL:
        last = figures[-1]
        yield Finding(
            code=CODE,
            place=last.place,
            quote=last.text,
            written=last.text,
            expected="",
            message=f"连同总得分{total.figure.text}写出的各项分值合计{added.normalize():f}分，不是100分，其中某一项的分值写错了。",
            severity=Severity.NOTE,
            related=tuple(figure.place for figure in figures[:-1]),
        )

"""PER016: the part totals and the total of a report against the scores in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import ProseScore, ProseScorecard
from kaocheng.performance.wording import plainly, skipped, terms

_CODE = "PER016"


@rule("报告所写得分合计与各项得分之和不符", family="得分复算", of=ProseScorecard)
def prose_totals(card: ProseScorecard) -> Iterator[Said]:
    """“过程绩效为几分”应等于该部分各项“得几分”之和；综合得分应等于各部分之和。"""
    if card.total is None:
        yield skipped(_CODE, "报告没有写综合得分")
        return
    if card.parts:
        yield Sum(_CODE, card.total, terms([f for _, f in card.parts]), "综合得分=各部分得分之和")
    for name, figure in card.parts:
        awards = _awards(card, name)
        if awards:
            yield Sum(_CODE, figure, terms(awards), f"“{name}”得分=各项得分之和")
        else:
            yield skipped(_CODE, f"“{name}”有的项目没有写得分，合计无从核对")
    yield from _follows(card, card.total)


def _follows(card: ProseScorecard, total: Figure) -> Iterator[Said]:
    """The total that adds up only because a part total beside it does not."""
    parts = [f.value for _, f in card.parts]
    awards = [_awards(card, name) for name, _ in card.parts]
    true = [
        sum((a.value for a in found), Decimal(0)) if found else part
        for found, part in zip(awards, parts, strict=True)
    ]
    if not parts or true == parts or sum(parts, Decimal(0)) != total.value:
        return
    wrong = [(n, f) for (n, f), t in zip(card.parts, true, strict=True) if f.value != t]
    names = "、".join(name for name, _ in wrong)
    expected = sum(true, Decimal(0))
    yield Finding(
        _CODE,
        total.place,
        total.text,
        total.text,
        plainly(expected),
        f"按各项得分重算，综合得分应为{plainly(expected)}分，写成{total.text}分（随“{names}”而误）。",
        plainly(total.value - expected),
        "改正部分得分后重算综合得分和等级。",
        follows=wrong[0][1].place,
    )


def _awards(card: ProseScorecard, name: str) -> list[Figure]:
    inside = [s for s in card.scores if name in s.path]
    leaves = [s for s in inside if not _has_below(card, s)]
    awards = [s.awarded for s in leaves if s.awarded]
    return awards if len(awards) == len(leaves) else []


def _has_below(card: ProseScorecard, score: ProseScore) -> bool:
    return any(True for _ in card.children(score))

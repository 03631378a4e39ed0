"""Spot checks (抽查) against self-scores: the difference, and what it costs by the edition's bands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import VALUES
from kaocheng.performance.lifecycle import WHOLE, PerformanceYear, SpotCheck
from kaocheng.performance.making import points, share
from kaocheng.performance.methods import Asked, earned
from kaocheng.performance.results import CardScored, Checked, Evaluations, Scored


def checked(year: PerformanceYear, made: Evaluations) -> tuple[Checked, ...]:
    """Every spot check whose subject has a score of its own."""
    found = (_checked(check, made) for check in year.checks)
    return tuple(item for item in found if item)


def _checked(check: SpotCheck, made: Evaluations) -> Checked | None:
    card = next((c for c in made.cards if c.subject == check.subject and c.later), None)
    own = card.total if card else _own_total(made, check.subject)
    if own is None:
        return None
    number = (f"抽查/{check.subject}/{check.on.isoformat()}",)
    theirs = replace(points("抽查得分", check.score, VALUES), records=number)
    pair = _pair(own, theirs)
    return Checked(check, own, theirs, _difference(pair), _deduction(card, pair))


def _pair(own: Figure, theirs: Figure) -> tuple[Figure, Figure]:
    """What differs from what: 抽查得分 is the base, 自评得分 where the check gave 0."""
    return (own, theirs) if theirs.value else (theirs, own)


def _difference(pair: tuple[Figure, Figure]) -> Figure:
    """The difference as a share of the base; two noughts do not differ."""
    one, base = pair
    if not base.value:
        return share("自评与抽查差异率", base.value, "[1]-[2]", pair)
    return share(
        "自评与抽查差异率", abs(one.value - base.value) / base.value, "|[1]-[2]|/[2]", pair
    )


def _own_total(made: Evaluations, subject: str) -> Figure | None:
    if subject == WHOLE:
        return made.department.total if made.department else None
    project = made.project(subject)
    return project.total if project else None


def _deduction(card: CardScored | None, pair: tuple[Figure, Figure]) -> Figure | None:
    """What the item 自评准确 loses; None where the edition has no such item."""
    item = _accuracy(card)
    if item is None:
        return None
    most = item.maximum.value
    if not pair[1].value:
        return points(f"{item.name}扣分", pair[1].value, "[1]-[2]", pair)
    left = earned(Asked(most, item.item["method"], pair, "deviation"))
    lost = most - left.points.low
    return points(f"{item.name}扣分", lost, f"{most}-({left.formula})", pair)


def _accuracy(card: CardScored | None) -> Scored | None:
    return card.later[0] if card and card.later else None


def accuracy_score(card: CardScored, done: Checked) -> Figure | None:
    """The score of 自评准确 after a spot check."""
    item = _accuracy(card)
    if item is None or done.deduction is None:
        return None
    left: Decimal = item.maximum.value - done.deduction.value
    return points(f"{item.name}得分", left, "[1]-[2]", (item.maximum, done.deduction))

"""RAT007: the last share of a list was forced so that all add up to 100 (末项倒挤)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.judging import Decided, Explained, Verdicts
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.relations import Ratio
from kaocheng.kernel.rulebook import rule

CODE = "RAT007"
_HALF = Decimal("0.5")


@rule("末项占比倒挤", family="比率", of=Verdicts, severity="note")
def last_share_forced(verdicts: Verdicts) -> Iterator[Explained | Unjudged]:
    """One share differs by rounding only, and it is what makes the printed shares total 100%."""
    shares: dict[int, list[Decided]] = defaultdict(list)
    for decided in verdicts.decided:
        if isinstance(decided.relation, Ratio) and decided.relation.code == "RAT001":
            shares[id(decided.relation.under[0].figure)].append(decided)
    groups = [group for group in shares.values() if len(group) > 2]
    for group in groups:
        failing = [item for item in group if item.outcome is Outcome.FAILS]
        if len(failing) == 1 and _forced(group, failing[0]):
            yield Explained((failing[0],), _finding(failing[0].relation))
    if not groups:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有三项以上的一组占比")


def _forced(group: list[Decided], failing: Decided) -> bool:
    total = sum((item.relation.stated.base for item in group), Decimal(0))
    stated = failing.relation.stated
    value = failing.relation.implied(stated)
    slack = stated.step * _HALF * len(group)
    return (
        total == 1 and value is not None and abs(value.middle - stated.base) <= slack + stated.step
    )


def _finding(relation: object) -> Finding:
    if not isinstance(relation, Ratio):
        raise TypeError(relation)
    stated, value = relation.stated, relation.quotient()
    true = stated.say(value.middle.quantize(stated.step)) if value else ""
    return Finding(
        CODE,
        stated.place,
        stated.text,
        stated.text,
        true,
        f"{relation.says}，四舍五入为 {true}；原文为使各项占比合计 100% 对这一项作了倒挤。",
    )

"""The closed set of scoring methods (评分方法): figures in, points and their formula out.

The arithmetic is kernel-free and stands in scoring.py; here each method says what it needs, which
case applied, and the formula of kernel.lineage by which anyone can calculate the points again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.performance.methods import counts, levels, shares
from kaocheng.performance.methods.asking import Asked, Earned, Unscored

__all__ = ["KINDS", "LEVELLED", "Asked", "Earned", "Unscored", "earned", "method_of", "share_of"]

KINDS: dict[str, Callable[[Asked], Earned]] = {
    "graded": levels.graded,
    "yes_no": levels.yes_no,
    "deduction": counts.deduction,
    "ratio": shares.ratio,
    "bands": shares.bands,
    "tapered": shares.tapered,
    "steps": shares.steps,
    "full": counts.full,
    "adjustment": counts.adjustment,
    "checkpoints": shares.checkpoints,
    "average": shares.average,
    "rank": counts.rank,
    "last_year": shares.last_year,
    "share_reached": shares.ratio,
    "judged": levels.judged,
    "manual": levels.manual,
    "external": counts.external,
}
"""Every method there is; what an edition's data names must be one of these."""
_BY_SHARE = frozenset({"ratio", "bands", "tapered", "steps"})
"""Methods that score a share of two or more figures."""
LEVELLED = frozenset({"graded", "yes_no", "judged"})
"""Methods that ask for a word; the others ask for figures."""


def earned(case: Asked) -> Earned:
    """What a case earns by its method; raises Unscored, and KeyError for an unknown method."""
    made = KINDS[case.how["kind"]](case)
    return made if made.sources else replace(made, sources=tuple(case.figures))


def share_of(item: Mapping[str, Any], figures: Sequence[Figure]) -> tuple[Decimal, str]:
    """The share on which an item of a scorecard is scored, and its formula; raises Unscored."""
    if method_of(item, figures)["kind"] not in _BY_SHARE:
        raise Unscored(f"“{item['name']}”不按比率计分")
    return shares.share(Asked(Decimal(item["maximum"]), {}, figures, item.get("measure", "")))


def method_of(item: Mapping[str, Any], figures: Sequence[Figure]) -> Mapping[str, Any]:
    """The method of an item, by case where it has several: the first whose inputs are zero."""
    for case in item.get("cases", ()):
        if all(figures[number - 1].base == 0 for number in case.get("zero", ())):
            return {**case["method"], "zero": case.get("zero", ())}
    own: Mapping[str, Any] = item["method"]
    return own

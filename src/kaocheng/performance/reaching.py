"""Whether a value reaches its target (达到指标值), and what is kept where it lies far above it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kaocheng.performance.lifecycle import WHOLE, Planned
from kaocheng.performance.standards import over_rule

_ONE, _NONE = Decimal(1), Decimal(0)


def reaches(planned: Planned, value: Decimal, wanted: Decimal) -> bool:
    """Whether a value meets the target: ＝ of costs and times is met from below, else from above."""
    if planned.nature in (">", "<"):
        return value > wanted if planned.nature == ">" else value < wanted
    return value <= wanted if less_is_better(planned) else value >= wanted


def less_is_better(planned: Planned) -> bool:
    """反向: ≤ and <, and ＝ where money or time is what is counted."""
    if planned.nature in ("≤", "<"):
        return True
    return planned.nature == "＝" and planned.level2.startswith(("时效", "经济成本", "成本"))


def met_formula(planned: Planned) -> str:
    """1 where the value [1] meets the target [2] as in `reaches`, else 0."""
    if planned.nature in (">", "<"):
        return "1-不超过([1],[2])" if planned.nature == ">" else "1-不超过([2],[1])"
    return "不超过([1],[2])" if less_is_better(planned) else "不超过([2],[1])"


def rule_over(edition: str, planned: Planned) -> Mapping[str, Any]:
    """The rule of the place and year for values far above their target (超出指标值的办法)."""
    return over_rule(edition, "whole" if planned.subject == WHOLE else "project")


def kept(
    rule: Mapping[str, Any], planned: Planned, value: Decimal, wanted: Decimal
) -> tuple[Decimal, str]:
    """The share of the points a value that reached its target keeps, and its formula.

    All of them up to the rule's limit; beyond it less by what lies above the target, or none.
    """
    if not _judged(rule, planned) or not far_above(rule, value, wanted):
        return _ONE, ""
    beyond = f"(1-不超过([1],(1+{rule['limit']})*[2]))"
    if rule["method"] == "none":
        return _NONE, f"(1-{beyond})"
    return max(_NONE, 2 - value / wanted), f"max(0,2-[1]/[2])*{beyond}"


def far_above(rule: Mapping[str, Any], value: Decimal, wanted: Decimal) -> bool:
    """Whether a value lies above its target by more than the limit of the rule."""
    return wanted > 0 and value > wanted * (1 + Decimal(rule["limit"]))


def _judged(rule: Mapping[str, Any], planned: Planned) -> bool:
    return (
        rule["method"] != "full"
        and planned.nature in rule["natures"]
        and not less_is_better(planned)
    )

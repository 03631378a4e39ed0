"""Which way an indicator of a form is good (指标方向), as read from its nature and its unit."""

from __future__ import annotations

from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator
from kaocheng.performance.wording import sign, unit_of

_TIMES = ("年", "月", "个月", "日", "天", "工作日", "个工作日", "小时", "分钟")


def low_is_no_fault(item: Indicator) -> bool:
    """Whether staying below the target is no fault: money spent, time taken."""
    unit = measure(unit_of(item))[1]
    cost = "成本" in item.level1 + item.level2 or unit.startswith("元")
    return cost or unit in _TIMES


def less_is_better(item: Indicator) -> bool:
    """Whether the target is met from below (反向指标): ≤ and <, and ＝ of money and time."""
    return sign(item) in ("<=", "<") or (
        sign(item) == "=" and ("成本" in item.level1 + item.level2 or "时效" in item.level2)
    )

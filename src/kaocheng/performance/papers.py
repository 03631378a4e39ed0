"""The performance forms as printed (绩效表 F-A … F-G)."""

from __future__ import annotations

from kaocheng.kernel.papers import Sheet
from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import PerformanceYear


def parts(year: PerformanceYear, funding: Funding) -> tuple[Sheet, ...]:
    """All forms of the year's edition, in the order they are published."""
    raise NotImplementedError

"""ITM019 环节时限之和超过承诺时限."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.paths import longest
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import Span
from kaocheng.kernel.rulebook import rule


@rule("环节时限之和超过承诺时限", family="准确", of=ItemVersion)
def steps_over_promise(version: ItemVersion) -> Iterator[Flaw]:
    """从受理到决定最长的一条路，各环节工作日相加，不得超过承诺时限；并联的按慢的算。"""
    promised = version.limits.promised
    needed = longest(version)
    if needed is None or promised.span is not Span.WORKDAY or not promised.amount:
        return
    if needed > promised.amount:
        message = f"各环节最长要{needed}个工作日，超过承诺的{promised}"
        remedy = "请缩短环节时限、改成并联，或核对承诺时限"
        yield Flaw("steps", -1, "budget", f"{needed}个工作日", message, remedy)

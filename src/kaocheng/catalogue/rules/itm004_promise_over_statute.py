"""ITM004 承诺时限长于法定时限."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.limits import longer
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule


@rule("承诺时限长于法定时限", family="准确", of=ItemVersion)
def promise_over_statute(version: ItemVersion) -> Iterator[Flaw]:
    """承诺办结时限不得长于法定办结时限；单位不同而比不出长短的，提示核对。"""
    statutory, promised = version.limits.statutory, version.limits.promised
    if statutory is None:
        return
    over = longer(promised, statutory)
    if over:
        message = f"承诺{promised}，长于法定{statutory}"
        remedy = f"请把承诺时限改为不超过{statutory}"
        yield of_element("limits.promised", str(promised), message, remedy)
    elif over is None:
        message = f"承诺{promised}与法定{statutory}单位不同，比不出长短"
        yield of_element(
            "limits.promised", str(promised), message, "请用同一种单位", severity=Severity.NOTE
        )

"""PER024: a low rate of execution without the reason the form asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER024"
_ASKS = re.compile(r"执行率(?:未达到|低于|不足)(\d+(?:\.\d+)?)%的?[,，]?(?:需|应|须)")


@rule("执行率偏低没有按表上要求说明原因", family="完整性", of=SelfEvaluation)
def low_execution_without_reason(form: SelfEvaluation) -> Iterator[Said]:
    """表上印有“执行率未达到百分之几的需说明原因”时，低于该数而没有写原因的，是漏填。"""
    asks = next((m for r in form.rules if (m := _ASKS.search(plain(r.text)))), None)
    row = form.fund
    rate = row.rate.figure if row and row.rate else None
    if asks is None or row is None or rate is None:
        yield skipped(_CODE, "表上没有这条要求或没有执行率")
        return
    reason = row.reason.text if row.reason else ""
    printed = any(word in reason for word in vocabulary()["words"]["instructions"])
    if rate.value >= Decimal(asks[1]) or (reason.strip() and not printed):
        return
    yield Finding(
        _CODE,
        rate.place,
        rate.text,
        rate.text,
        f"说明低于{asks[1]}%的原因",
        f"执行率{rate.text}，低于{asks[1]}%，表上要求说明原因，没有写。",
        plainly(Decimal(asks[1]) - rate.value),
        "补写执行率偏低的原因。",
    )

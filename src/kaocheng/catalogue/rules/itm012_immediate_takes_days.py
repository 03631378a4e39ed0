"""ITM012 即办件却按天承诺."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import Budget, Span
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rule


@rule("即办件却按天承诺", family="准确", of=ItemVersion)
def immediate_takes_days(version: ItemVersion) -> Iterator[Flaw]:
    """即办件当场办结，承诺时限以分钟或小时计；写一个工作日的提示改小，更长的不是即办件。"""
    promised = version.limits.promised
    if not version.immediate or promised.span in (Span.MINUTE, Span.HOUR) or promised.amount == 0:
        return
    short = promised == Budget(1)
    severity = Severity.NOTE if short else Severity.ERROR
    remedy = "请以分钟或小时承诺" if short else "请以分钟或小时承诺；确需几天的，改为承诺件"
    message = f"即办件应当场办结，却承诺{promised}"
    yield of_element("limits.promised", str(promised), message, remedy, severity=severity)

"""Entries of performance that figures cite (绩效分录): numbers and values only, for the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kaocheng.kernel.units import unit
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.measuring import number_of, target_value


@dataclass(frozen=True, slots=True)
class Cited:
    """One entry (分录): its number as in `Figure.records`, kind, day, and value in base units.

    `amount` in 分 where it is money of the monitoring; `project` the subject it belongs to.
    """

    number: str
    kind: str
    on: date | None
    value: Decimal | None = None
    amount: int | None = None
    project: str = ""


def cited(year: PerformanceYear) -> Iterator[Cited]:
    """Every entry a performance figure may be added up from."""
    subjects = {item.number: item.subject for item in year.indicators}
    for item in year.evidence:
        if item.value is not None:
            value = item.value * unit(item.unit).factor
            yield Cited(item.number, "证据", item.cutoff, value, project=item.subject)
    for planned in year.indicators:
        wanted = target_value(planned)
        if wanted is not None:
            value = wanted * unit(planned.unit).factor
            number = f"指标/{planned.number}"
            yield Cited(number, "绩效指标", None, value, project=planned.subject)
    for reading in year.monitoring:
        if reading.cancelled:
            project = subjects.get(reading.indicator, "")
            yield Cited(
                number_of(reading), "监控", reading.on, amount=reading.cancelled, project=project
            )
    for made in year.overrides:
        if made.score is not None:
            number = f"调整/{made.subject}/{made.about}"
            yield Cited(number, "调整得分", None, made.score, project=made.subject)
    for check in year.checks:
        number = f"抽查/{check.subject}/{check.on.isoformat()}"
        yield Cited(number, "抽查", check.on, check.score, project=check.subject)

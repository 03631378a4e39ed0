"""Entries of performance that figures cite (绩效分录): numbers and values only, for the proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kaocheng.kernel.units import unit
from kaocheng.performance.lifecycle import WHOLE, Evidence, PerformanceYear, Planned
from kaocheng.performance.measuring import number_of, target_value
from kaocheng.performance.standards import cards_of, national
from kaocheng.performance.thresholds import YES_NO, rung


@dataclass(frozen=True, slots=True)
class Cited:
    """One entry (分录): its number as in `Figure.records`, kind, day, and value in base units.

    `amount` in 分 where it is money of the monitoring; `project` the subject it belongs to; `group`
    the word of a level (档次).
    """

    number: str
    kind: str
    on: date | None
    value: Decimal | None = None
    amount: int | None = None
    project: str = ""
    group: str = ""


def levels_of(year: PerformanceYear, item: Evidence) -> tuple[str, ...]:
    """The levels among which an evidence chooses: its indicator's, or its scorecard's; () for none."""
    if any((one.subject, one.number) == (item.subject, item.about) for one in year.indicators):
        return tuple(national()["indicator"]["levels"])
    of = "whole" if item.subject == WHOLE else "project"
    cards = (card for _, card in cards_of(year.edition) if card.get("of", "whole") == of)
    asked = (raw for card in cards for raw in card["items"])
    named = [raw.get("method", {}) for raw in asked if raw["name"] == item.about]
    how: Mapping[str, Any] = named[0] if named else {}
    return YES_NO if how.get("kind") == "yes_no" else tuple(how.get("levels", ()))


def cited(year: PerformanceYear) -> Iterator[Cited]:
    """Every entry a performance figure may be added up from."""
    subjects = {item.number: item.subject for item in year.indicators}
    for item in year.evidence:
        yield from _evidence(year, item)
    for planned in year.indicators:
        yield from _indicator(planned)
    for reading in year.monitoring:
        project, number = subjects.get(reading.indicator, ""), number_of(reading)
        yield Cited(number, "监控", reading.on, amount=reading.cancelled, project=project)
    for made in year.overrides:
        if made.score is not None:
            number = f"调整/{made.subject}/{made.about}"
            yield Cited(number, "调整得分", None, made.score, project=made.subject)
    for check in year.checks:
        number = f"抽查/{check.subject}/{check.on.isoformat()}"
        yield Cited(number, "抽查", check.on, check.score, project=check.subject)


def _evidence(year: PerformanceYear, item: Evidence) -> Iterator[Cited]:
    """The value an evidence gives, and the level it chooses."""
    if item.value is not None:
        value = item.value * unit(item.unit).factor
        yield Cited(item.number, "证据", item.cutoff, value, project=item.subject)
    levels = levels_of(year, item)
    if item.level in levels:
        chosen = rung(levels, item.level, item.number)
        (number,) = chosen.records
        value, about = chosen.value, item.subject
        yield Cited(number, "评定档次", item.cutoff, value, project=about, group=item.level)


def _indicator(planned: Planned) -> Iterator[Cited]:
    """The target of an indicator, where it is a number, and its weight."""
    wanted = target_value(planned)
    if wanted is not None:
        value = wanted * unit(planned.unit).factor
        number = f"指标/{planned.number}"
        yield Cited(number, "绩效指标", None, value, project=planned.subject)
    weight = f"分值/{planned.number}"
    yield Cited(weight, "指标分值", None, planned.weight, project=planned.subject)

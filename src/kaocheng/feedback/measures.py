"""Measures of feedback (好差评指标): one declaration gives the number and the records that prove it.

A measure is declared in measures.toml by fields and values, so that it runs unchanged over records
here and over rows in a database. No data is not zero and not full: it is 无数据.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaocheng.feedback.deadlines import is_late, is_overdue
from kaocheng.feedback.records import BadRating, ClockKey, TicketState
from kaocheng.kernel.shares import percent
from kaocheng.kernel.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Condition:
    """A field and the values it may have (条件)."""

    field: str
    values: tuple[str | bool, ...]

    def holds(self, record: object) -> bool:
        """Whether the record has one of the values."""
        return getattr(record, self.field) in self.values


@dataclass(frozen=True, slots=True)
class Measure:
    """A declared rate (指标): its name, the formula as published, what is counted over what."""

    key: str
    name: str
    of: str
    formula: str
    about: str
    whole: tuple[Condition, ...]
    part: tuple[Condition, ...]
    better: str

    @property
    def text(self) -> str:
        """The formula with the name before it, as published (计算式)."""
        return f"{self.name} = {self.formula} × 100%"


@dataclass(frozen=True, slots=True)
class Share:
    """A rate as counted (比率): `part` out of `whole`, and None as its value when there is no data."""

    measure: Measure
    part: int
    whole: int

    @property
    def value(self) -> Decimal | None:
        """The exact share of one, None without data."""
        return Decimal(self.part) / self.whole if self.whole else None

    @property
    def points(self) -> float | None:
        """In per cent for a chart, to two decimals; None (a gap) without data."""
        return None if self.value is None else round(float(self.value) * 100, 2)

    @property
    def shown(self) -> str:
        """As printed: 98.50%, with more decimals where fewer would say all or nothing, or 无数据."""
        return percent(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Proof:
    """A rate with the numbers of the records behind it (佐证): `part` are among `whole`."""

    share: Share
    part: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """What a ticket counts for at a moment (差评工单统计要素).

    `due` it should be done by now: closed, or past its limit; not while under review, never when struck.
    """

    number: str
    named: bool
    due: bool
    closed: bool
    on_time: bool
    called: bool


def count(measure: Measure, records: Iterable[Any]) -> Share:
    """The rate over these records."""
    return proof(measure, records).share


def proof(measure: Measure, records: Iterable[Any]) -> Proof:
    """The rate over these records with the numbers that prove it, in their order."""
    whole = [one for one in records if all(c.holds(one) for c in measure.whole)]
    part = [one for one in whole if all(c.holds(one) for c in measure.part)]
    return Proof(
        Share(measure, len(part), len(whole)),
        tuple(one.number for one in part),
        tuple(one.number for one in whole),
    )


def tally(measure: Measure, groups: Iterable[tuple[Any, int]]) -> Share:
    """The rate over groups of equal records, each with how many there are (分组计数)."""
    part = whole = 0
    for record, times in groups:
        if all(condition.holds(record) for condition in measure.whole):
            whole += times
            part += times * all(condition.holds(record) for condition in measure.part)
    return Share(measure, part, whole)


def ticket_facts(ticket: BadRating, calendar: WorkCalendar, at: datetime) -> TicketFacts:
    """What a ticket counts for at `at`."""
    late = is_overdue(ticket, ClockKey.RECTIFY, calendar, at)
    passed = is_late(ticket, calendar, at)
    closed = ticket.state is TicketState.CLOSED
    waits = ticket.state in (TicketState.STRUCK, TicketState.REVIEW)
    due = not waits and (closed or passed)
    return TicketFacts(
        ticket.number, ticket.named, due, closed, closed and not late, ticket.reached > 0
    )


@lru_cache(maxsize=None)
def measures() -> dict[str, Measure]:
    """All measures by their keys, in the order in which they are published (指标表)."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return {raw["key"]: _measure(raw) for raw in tomllib.loads(text)["measure"]}


def _measure(raw: dict[str, Any]) -> Measure:
    return Measure(
        raw["key"],
        raw["name"],
        raw["of"],
        raw["formula"],
        raw.get("about", ""),
        _conditions(raw["whole"]),
        _conditions(raw["part"]),
        raw["better"],
    )


def _conditions(raw: list[dict[str, Any]]) -> tuple[Condition, ...]:
    return tuple(Condition(one["field"], tuple(one["is"])) for one in raw)

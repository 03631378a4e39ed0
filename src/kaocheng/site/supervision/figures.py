"""Figures of the hall's work (运行数据): counted in the database, each with the list that proves it.

Open cases are counted through the index of open cases; a period is bounded, so that a store of a
million cases answers like one of ten thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, Count, Q, QuerySet
from django.db.models.functions import Cast, Substr
from django.urls import reverse

from kaocheng.cases.measures import Period
from kaocheng.cases.states import OPEN, State
from kaocheng.kernel.clocks import local_day
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.querysets import CaseQuerySet

LONGEST = 92
"""So many days a period has at most (最长统计期间)."""
SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure (数据): value (None: no data), unit, formula in words, and where its cases are listed."""

    title: str
    value: int | float | None
    unit: str
    formula: str
    proof: str = ""
    tone: str = ""


def at_hand(seen: CaseQuerySet, today: date) -> Sequence[Told]:
    """What is open now (在办情况)."""
    told = opened(seen).aggregate(
        open=Count("county"),
        soon=Count("county", filter=Q(due_on__range=(today, today + SOON))),
        paused=Count("county", filter=Q(paused=True)),
        owing=Count("county", filter=Q(owing=True)),
    )
    return (
        Told("在办", told["open"], "件", "没有办结、没有终止的办件", _proof("open")),
        Told("三日内到期", told["soon"], "件", "承诺期满日在今天起三个自然日以内", _list(due="soon"),
             "warn" if told["soon"] else ""),
        Told("特别程序中", told["paused"], "件", "特别程序没有结束", _list(due="paused")),
        Told("容缺未补", told["owing"], "件", "容缺材料没有补齐", _list(due="owing")),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closed:
    """The cases closed on a day (当日办结): how many, of them late (超期), of them all online (全程网办)."""

    day: date
    all: int
    late: int
    online: int


def closed_by_day(seen: CaseQuerySet, period: Period) -> Sequence[Closed]:
    """Closed in a period, day by day (每日办结): read once, for the chart and for the shares."""
    done = seen.filter(within(seen.column("closed_at"), period))
    rows = _by_hour(done, seen.column("closed_at")).annotate(
        n=Count("county"),
        late=Count("county", filter=Q(late=True)),
        online=Count("county", filter=Q(online=True)),
    )
    return [Closed(_day(hour), *counts) for hour, *counts in rows]


def of_period(seen: CaseQuerySet, period: Period, closed: Sequence[Closed]) -> Sequence[Told]:
    """What was done in a period (期间办理情况); `closed` are its closed cases."""
    accepted = _of_parts(seen).filter(within("accepted_at", period)).count()
    done = sum(day.all for day in closed)
    late, online = (sum(day.late for day in closed), sum(day.online for day in closed))
    in_time = None if not done else round(100 * (done - late) / done, 2)
    all_online = None if not done else round(100 * online / done, 2)
    return (
        Told("受理", accepted, "件", "受理时间在期间内", _proof("accepted", period)),
        Told("办结", done, "件", "办结时间在期间内", _proof("closed", period)),
        Told("按时办结率", in_time, "%", "（办结 − 超期办结）÷ 办结", _proof("in_time", period)),
        Told(
            "全程网办率", all_online, "%", "没有到场环节的办结件 ÷ 办结", _proof("online", period)
        ),
    )


def by_day(
    seen: CaseQuerySet, period: Period, closed: Sequence[Closed]
) -> tuple[list[str], dict[str, list[int]]]:
    """Received and closed each day (每日接件与办结); `closed` are the closed cases of the period."""
    labels = [f"{day.month}.{day.day}" for day in period.days()]
    here = _of_parts(seen).filter(within("received_at", period))
    received = Counter[date]()
    for hour, count in _by_hour(here, "received_at").annotate(n=Count("county")):
        received[_day(hour)] += count
    done = Counter[date]()
    for day in closed:
        done[day.day] += day.all
    days = period.days()
    return labels, {"接件": [received[d] for d in days], "办结": [done[d] for d in days]}


def within(column: str, period: Period) -> Q:
    """Whether the moment in this column lies in the period (期间内)."""
    return Q(**{f"{column}__gte": period.start, f"{column}__lt": period.end})


def _by_hour(rows: QuerySet[Any], column: str) -> QuerySet[Any, Any]:
    """By the hours of UTC, which both databases tell natively; days of Beijing begin on one."""
    hour = Substr(Cast(column, CharField()), 1, len("2026-01-01 00"))
    found: QuerySet[Any, Any] = rows.annotate(hour=hour).values_list("hour").order_by()
    return found


def _day(hour: str) -> date:
    """The day of Beijing an hour of UTC belongs to."""
    return local_day(datetime.fromisoformat(f"{hour}:00+00:00"))


@dataclass(frozen=True, slots=True)
class Load:
    """What a department has at hand (部门在办)."""

    unit: str
    steps: int
    late: int


def by_unit(county: str, today: date, unit: str = "") -> Sequence[Load]:
    """Steps at hand by department, the most overdue first (各部门待办环节); of one department alone if named."""
    steps = StoredTask.objects.of(county).at_hand()
    rows = (
        (steps.filter(unit=unit) if unit else steps)
        .values("unit")
        .annotate(steps=Count("county"), late=Count("county", filter=Q(due_on__lt=today)))
        .order_by("-late", "-steps", "unit")
    )
    return [Load(**row) for row in rows]


def by_state(seen: CaseQuerySet) -> list[tuple[str, int]]:
    """Open cases by state (在办件状态), and the closed ones that wait to be handed out."""
    states = [state.value for state in (*OPEN, State.CLOSED)]
    rows = _of_parts(seen).filter(state__in=states)
    found = dict(rows.values_list("state").annotate(n=Count("county")).order_by())
    return [(state, found.get(state, 0)) for state in states]


def opened(seen: CaseQuerySet) -> CaseQuerySet:
    """Those that are open, to be counted (在办件): of a department, by the keys its parts hold.

    Joined to the parts, or asked for the county beside the keys, SQLite would go through the open cases of all
    departments: the county is the parts'.
    """
    states = [state.value for state in OPEN]
    if not seen.parted:
        return seen.open().filter(state__in=states)
    held = _of_parts(seen).filter(state__in=states)
    return StoredCase.objects.filter(ended_at__isnull=True, pk__in=held.values("case"))


def _of_parts(seen: CaseQuerySet) -> QuerySet[Any]:
    """What is counted by what a part repeats: of a department its parts alone, which an index holds."""
    if not seen.parted:
        return seen
    county, unit = seen.parted
    return StoredPart.objects.filter(county=county, unit=unit)


def _proof(key: str, period: Period | None = None) -> str:
    """Where the cases behind a figure are listed."""
    asked = {"first": period.first, "last": period.last} if period else {}
    return f"{reverse('supervision:proof', args=[key])}?{urlencode(asked)}".rstrip("?")


def _list(**asked: str) -> str:
    return f"{reverse('desk:cases')}?{urlencode(asked)}"

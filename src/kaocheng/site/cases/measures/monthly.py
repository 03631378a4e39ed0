"""How many were accepted and closed each month (每月受理、办结): stretches of an index, all in one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, QuerySet, Value

from kaocheng.cases.measures import Base, Period
from kaocheng.site.cases.measures.columns import DAYS
from kaocheng.site.cases.measures.grouping import Look
from kaocheng.site.cases.models import StoredCase

_BASES = (Base.ACCEPTED, Base.CLOSED)


def by_month(look: Look) -> tuple[Sequence[Period], Mapping[str, Sequence[int]]]:
    """The months of the period, and of each base how many cases every month has."""
    months = look.period.months()
    counts = [_count(look, base, at, month) for base in _BASES for at, month in enumerate(months)]
    found = {(base, at): times for base, at, times in counts[0].union(*counts[1:], all=True)}
    return months, {
        base.value: [found.get((base.value, at), 0) for at in range(len(months))] for base in _BASES
    }


def _count(look: Look, base: Base, at: int, month: Period) -> QuerySet[StoredCase, Any]:
    day = look.seen.column(DAYS[base])
    rows = look.seen.filter(**{f"{day}__gte": month.start, f"{day}__lt": month.end})
    told = rows.annotate(said=Value(base.value), at=Value(at)).values_list("said", "at")
    return told.annotate(times=Count("pk")).order_by()

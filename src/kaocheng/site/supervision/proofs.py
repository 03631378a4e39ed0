"""What is behind a figure (佐证): the cases of the whole, and which of them are the part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kaocheng.cases.states import OPEN
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.supervision.figures import Period

Cases = QuerySet[StoredCase]


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure and its cases (依据): `part` is None where there is only a whole; `by` the order of the list."""

    title: str
    formula: str
    whole: Callable[[CaseQuerySet, Period], Cases]
    part: Q | None = None
    by: str = "-closed_at"


def _open(seen: CaseQuerySet, period: Period) -> Cases:
    return seen.open().filter(state__in=[state.value for state in OPEN])


def _accepted(seen: CaseQuerySet, period: Period) -> Cases:
    return seen.filter(accepted_at__gte=period.start, accepted_at__lt=period.end)


def _closed(seen: CaseQuerySet, period: Period) -> Cases:
    return seen.filter(closed_at__gte=period.start, closed_at__lt=period.end)


PROOFS = {
    "open": Proof("在办", "没有办结、没有终止的办件", _open, by="-received_at"),
    "accepted": Proof("受理", "受理时间在期间内", _accepted, by="-accepted_at"),
    "closed": Proof("办结", "办结时间在期间内", _closed),
    "in_time": Proof("按时办结率", "（办结 − 超期办结）÷ 办结", _closed, Q(late=False)),
    "online": Proof("全程网办率", "没有到场环节的办结件 ÷ 办结", _closed, Q(online=True)),
}
"""The figures of the board that open into cases, by key."""

"""What is behind a figure (佐证): the cases of the whole, and which of them are the part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from kaocheng.cases.measures import Period
from kaocheng.cases.states import OPEN
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.supervision.figures import within


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure and its cases (依据): `part` is None where there is only a whole; `by` the order of the list."""

    title: str
    formula: str
    whole: Callable[[CaseQuerySet, Period], CaseQuerySet]
    part: Q | None = None
    by: str = "-closed_at"

    def order(self, found: CaseQuerySet) -> tuple[str, str]:
        """The order of the list, as an index has it."""
        way, day = self.by[0], self.by[1:]
        return f"{way}{found.column(day)}", f"{way}{found.column('id')}"


def _open(seen: CaseQuerySet, period: Period) -> CaseQuerySet:
    return seen.open().filter(state__in=[state.value for state in OPEN])


def _accepted(seen: CaseQuerySet, period: Period) -> CaseQuerySet:
    return seen.filter(within(seen.column("accepted_at"), period))


def _closed(seen: CaseQuerySet, period: Period) -> CaseQuerySet:
    return seen.filter(within(seen.column("closed_at"), period))


PROOFS = {
    "open": Proof("在办", "没有办结、没有终止的办件", _open, by="-received_at"),
    "accepted": Proof("受理", "受理时间在期间内", _accepted, by="-accepted_at"),
    "closed": Proof("办结", "办结时间在期间内", _closed),
    "in_time": Proof("按时办结率", "（办结 − 超期办结）÷ 办结", _closed, Q(late=False)),
    "online": Proof("全程网办率", "没有到场环节的办结件 ÷ 办结", _closed, Q(online=True)),
}
"""The figures of the board that open into cases, by key."""

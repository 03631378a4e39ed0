"""The history of a case (办件经过): its events, and the case they add up to."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.cases.events import CaseEvent
from kaocheng.cases.moving import rebuild
from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.audit.models import StoredEvent


def events_of(*, county: str, number: str) -> Iterator[CaseEvent]:
    """The events of a case, in their order."""
    rows = StoredEvent.objects.filter(county=county, stream=f"case/{number}").order_by("serial")
    for row in rows.iterator():
        yield CaseEvent(row.kind, row.told, row.actor, row.role, row.at.astimezone(SHANGHAI))


def rebuilt_case(*, county: str, number: str) -> Case | None:
    """The case its events add up to, None without events."""
    return rebuild(events_of(county=county, number=number))

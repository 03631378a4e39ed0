"""Who did something to a case (办过这件的人): none of them deals with its bad rating, whatever his post now."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent

_URGE = "urge"
"""Asking for haste does nothing to a case: whoever watches over it may still look into its rating."""


def acted_on(county: str, case: str) -> tuple[str, ...]:
    """The accounts of staff that made a step of this case or ticket, took part in one or approved it.

    Read from the events, so that a case that was withdrawn, or acted on after its rating, is told as well.
    """
    streams = (f"case/{case}", f"ticket/{case}")
    events = StoredEvent.objects.filter(county=county, stream__in=streams).exclude(kind=_URGE)
    named = {name for event in events for name in _named(event)}
    known = Account.objects.filter(county=county, username__in=named)
    return tuple(sorted(known.values_list("username", flat=True)))


def _named(event: StoredEvent) -> Iterator[str]:
    told = event.told
    yield event.actor
    yield from told.get("officers", ())
    if approver := told.get("official"):
        yield approver

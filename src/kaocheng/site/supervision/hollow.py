"""What resident departments signed in a month (签批记录), for the signs of 名进实不进."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from kaocheng.cases.states import State
from kaocheng.hall.hollow import Defect, Signed
from kaocheng.hall.staff import Staff
from kaocheng.kernel.clocks import SHANGHAI, local_day
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.hall.residencies import defects_in, residencies_of, staff_of

_CLOSED_WITHIN = timedelta(days=62)
"""A decision is closed within so many days; those not closed yet are found by their state."""


def hollow_of(county: str, month: date, unit: str = "") -> tuple[Defect, ...]:
    """The signs of a month, of all departments or of one."""
    found = defects_in(county, month, signed_in(county, month))
    return tuple(one for one in found if unit in ("", one.department))


def signed_in(county: str, month: date) -> Iterator[Signed]:
    """What the resident departments decided in a month, by whom, and whether he works in the hall."""
    start = datetime.combine(month, time.min, SHANGHAI)
    end = datetime.combine((month + timedelta(days=31)).replace(day=1), time.min, SHANGHAI)
    closed = Q(closed_at__gte=start, closed_at__lt=end + _CLOSED_WITHIN)
    waiting = Q(ended_at__isnull=True, state=State.DECIDED.value)
    departments = {residency.department for residency in residencies_of(county)}
    here = _by_account(county)
    for when in (closed, waiting):
        rows = StoredCase.objects.of(county).filter(when, decided_at__gte=start, decided_at__lt=end)
        rows = rows.filter(decider_unit__in=departments).order_by("pk")
        for row in rows.only("number", "item", "decider_unit", "decided_at", "facts").iterator():
            yield _signed(row, here)


def _signed(row: StoredCase, here: dict[str, list[Staff]]) -> Signed:
    by = str(json.loads(row.facts)["outcome"]["by"])
    on = local_day(row.decided_at or datetime.now(SHANGHAI))
    in_hall = any(person.works(on, on) for person in here.get(by, ()))
    return Signed(row.number, row.item, row.decider_unit, by, in_hall, on)


def _by_account(county: str) -> dict[str, list[Staff]]:
    found: dict[str, list[Staff]] = {}
    for person in staff_of(county):
        found.setdefault(person.account, []).append(person)
    return found

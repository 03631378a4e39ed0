"""Records of an assessment in words (考核依据的写法): what it is, when it was, and where it is looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from kaocheng.site.cases.models import StoredCase, StoredTask
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.hall.models import StoredShift, StoredTicket

_MINUTE = 60_000_000


@dataclass(frozen=True, slots=True)
class Described:
    """A record as a line (依据): its number, when, what of it counts, and its address, "" without one."""

    number: str
    at: datetime | None
    said: str
    address: str = ""


def described(row: Any) -> Described:
    """A shift, a ticket, a rating, a case or a step as a line; who rated is never in it."""
    return _SAID[type(row)](row)


def _shift(row: StoredShift) -> Described:
    return Described(row.window.number, row.starts_at, f"排班至 {row.record().ends_at:%H:%M}")


def _ticket(row: StoredTicket) -> Described:
    waited = f"等候 {row.waited // _MINUTE} 分钟，办理 {row.served // _MINUTE} 分钟"
    return Described(row.label, row.taken_at, waited)


def _rating(row: StoredRating) -> Described:
    return Described(row.number, row.rated_at, row.get_level_display())


def _case(row: StoredCase) -> Described:
    at, said = row.closed_at or row.accepted_at, f"{row.item_name}，{row.state}"
    return Described(row.number, at, said, reverse("desk:case", args=[row.number]))


def _task(row: StoredTask) -> Described:
    address = reverse("desk:case", args=[row.case.number])
    due = f"，环节期满 {row.due_on:%Y-%m-%d}" if row.due_on else ""
    return Described(row.case.number, row.done_at, f"{row.name}{due}", address)


_SAID: Mapping[type, Callable[[Any], Described]] = {
    StoredShift: _shift,
    StoredTicket: _ticket,
    StoredRating: _rating,
    StoredCase: _case,
    StoredTask: _task,
}

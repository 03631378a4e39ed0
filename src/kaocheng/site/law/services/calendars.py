"""The calendar in force (现行工作日历): the bundled notices and those approved on this site."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from threading import local

from django.core.signals import request_finished, request_started
from django.db.models import QuerySet

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.law.calendar import work_calendar
from kaocheng.site.law.models import NoticeState, StoredNotice

_KEPT = 8
_here = local()


def calendar_in_force(*, on: date | None = None) -> WorkCalendar:
    """The working calendar now, or as it was known at the end of the day `on`.

    The keys of the approved notices are asked for once a request (outside requests every time), so that what one
    process approves the others see at their next request; the calendar itself is built once per set of notices.
    """
    return _built(_approved(on) if on else _approved_now())


def _approved_now() -> tuple[int, ...]:
    kept: tuple[int, ...] | None = getattr(_here, "approved", None)
    if kept is None:
        kept = _approved(None)
        if getattr(_here, "inside", False):
            _here.approved = kept
    return kept


def _approved(on: date | None) -> tuple[int, ...]:
    found: QuerySet[StoredNotice] = StoredNotice.objects.filter(state=NoticeState.APPROVED)
    if on:
        found = found.filter(decided_at__lte=datetime.combine(on, time.max, SHANGHAI))
    return tuple(found.order_by("decided_at", "id").values_list("id", flat=True))


@lru_cache(maxsize=_KEPT)
def _built(keys: tuple[int, ...]) -> WorkCalendar:
    if not keys:
        return work_calendar()
    rows = StoredNotice.objects.in_bulk(keys)
    return work_calendar().with_notices(notice for key in keys for notice in rows[key].as_notices())


def forget_approved(**_: object) -> None:
    """Ask again at the next use: a request begins or ends, or a notice was approved here."""
    _here.approved = None


def _begin(**_: object) -> None:
    _here.approved, _here.inside = None, True


def _end(**_: object) -> None:
    _here.approved, _here.inside = None, False


request_started.connect(_begin, dispatch_uid="law.calendar.begin")
request_finished.connect(_end, dispatch_uid="law.calendar.end")

"""Open cases when a holiday notice changes the calendar (放假安排变动): shown before, written anew after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from kaocheng.cases.ledgers import LEDGERS
from kaocheng.cases.limits import budget_of, ledger_of
from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import Turn
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.streams import register_stream
from kaocheng.site.cases.models import StoredCase, StoredTask
from kaocheng.site.cases.services.columns import clock_columns, task_columns
from kaocheng.site.law.replaying import OpenClock, register_open_clocks

_PIECE = 500


def register() -> None:
    """Have the clocks replayed, and say whose the time lines of cases are; called when the site starts."""
    register_open_clocks("cases", open_clocks, refresh_columns)
    register_stream("case", "办件", _visible)


def _visible(account: Account, number: str) -> bool:
    return StoredCase.objects.visible_to(account).filter(number=number).exists()


def open_clocks(county: str) -> Iterator[OpenClock]:
    """Every clock of the county's cases that has not stopped, and those of their steps."""
    for row in StoredCase.objects.of(county).timed().iterator(chunk_size=_PIECE):
        yield from _clocks(row.record())


def _clocks(case: Case) -> Iterator[OpenClock]:
    for name in LEDGERS:
        budget, ledger = budget_of(case, name), ledger_of(case, name)
        if budget and ledger and ledger[-1].turn is not Turn.STOP:
            yield OpenClock(case.number, f"{name}时限", budget, ledger, case.unit)
    for task in case.tasks:
        if task.budget and task.entries and task.entries[-1].turn is not Turn.STOP:
            yield OpenClock(case.number, f"环节“{task.name}”", task.budget, task.entries, task.unit)


def refresh_columns(calendar: WorkCalendar, at: datetime) -> None:
    """Write the kept last days of every open case and its steps anew, in the caller's transaction."""
    keys = list(StoredCase.objects.timed().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _PIECE):
        piece = StoredCase.objects.filter(pk__in=keys[start : start + _PIECE])
        _refresh(piece.select_for_update().order_by("pk"), calendar, at)


def _refresh(rows: QuerySet[StoredCase], calendar: WorkCalendar, at: datetime) -> None:
    for row in rows:
        case = row.record()
        columns = clock_columns(case, calendar, at)
        changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
        if changed:
            StoredCase.objects.filter(pk=row.pk, county=row.county).update(**changed)
        for task in case.tasks:
            kept = StoredTask.objects.filter(county=row.county, case=row, key=task.key)
            kept.update(due_on=task_columns(task, calendar, at)["due_on"])

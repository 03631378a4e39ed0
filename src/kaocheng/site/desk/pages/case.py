"""The page of a case (办件页): how it stands, what runs, what may be done now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.cases.joint import late_opinions, slowest
from kaocheng.cases.limits import budget_of, ledger_of, owed_due, promise_due, special_due
from kaocheng.cases.materials import missing
from kaocheng.cases.moves import CLOCKS, moves
from kaocheng.cases.opening import OPENING
from kaocheng.cases.records import Case
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, explain_clock
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import people_names, state_badge, unit_names
from kaocheng.site.cases.showing import SYSTEM_MADE, OpenMove, clocks_of, moves_for, tasks_of
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.closing.times import line_of
from kaocheng.site.desk.closing import CLOSING
from kaocheng.site.desk.pages.shared import seen_case, version_of_case
from kaocheng.site.feedback.services import for_case
from kaocheng.site.hall.pages.caller import CALLERS
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.papers.models import StoredPaper
from kaocheng.site.papers.services import issue_outstanding

TICKET_SEERS = frozenset({Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.SYSTEM_MANAGER, *CALLERS})
"""Who opens the page of a ticket."""
MAIN = (
    "accept", "finish_task", "claim_task", "grant", "close", "deliver", "supply", "pay_owed",
    "answer_correction", "notify_supplement", "receive",
)  # fmt: skip
"""Moves that stand first and large: what the work usually goes on with."""


def case(request: SignedIn, number: str) -> HttpResponse:
    """One case."""
    row = seen_case(request.user, number)
    issue_outstanding(county=row.county, case=row.number, at=timezone.now())
    invite_after(row=row, at=timezone.now())
    row.refresh_from_db()
    record, now, calendar = row.record(), timezone.now(), calendar_in_force()
    version = version_of_case(row)
    applicant = StoredApplicant.objects.of(row.county).get(number=row.applicant)
    own = applicant.number if applicant.account_id == request.user.pk else ""
    context = {
        "row": row,
        "case": record,
        "version": version,
        "applicant": applicant,
        "badge": state_badge(row.state),
        "units": unit_names(row.county),
        "materials": _materials(record, version),
        "ratings": for_case(county=row.county, case=row.number),
        "may_push": bool(request.user.roles & {Role.WINDOW_CLERK, Role.ISSUER}),
        "line": line_of(record),
        "sees_ticket": bool(request.user.roles & TICKET_SEERS),
        "events": _events(row),
        "papers": StoredPaper.objects.of_case(row.county, row.number).standing(),
        "pending": _pending(record),
        **_timed(record, version, calendar, now),
        **_offered(moves_for(record, version, request.user, now, own)),
    }
    return render(request, "desk/case.html", context)


def _pending(record: Case) -> dict[str, str]:
    """What waits for a second one (待确认): what, by whom, for which department, why; empty for nothing."""
    asked = record.pending
    if asked is None:
        return {}
    return {
        "title": moves()[asked.move].title,
        "by": people_names([asked.by])[asked.by],
        "unit": unit_names(record.county).get(asked.unit, asked.unit),
        "authority": asked.authority,
        "reason": asked.reason,
    }


def _timed(
    record: Case, version: ItemVersion, calendar: WorkCalendar, now: datetime
) -> dict[str, Any]:
    """What runs, and until when (时限): clocks, tasks, what is owed and promised, who holds the rest up."""
    names = {material.key: material.name for material in version.materials}
    return {
        "clocks": clocks_of(record, calendar, now),
        "tasks": tasks_of(record, calendar, now),
        "owed": [(o, names[o.material], owed_due(o, calendar)) for o in record.owed],
        "promises": [(p, promise_due(p, calendar)) for p in record.promises],
        "specials": [(s, special_due(s, calendar)) for s in record.specials],
        "slowest": slowest(record, calendar, now),
        "late_opinions": late_opinions(record, calendar, now),
    }


def _offered(able: Mapping[str, OpenMove]) -> dict[str, Any]:
    """The moves that may be made now, those the work goes on with first (可办动作)."""
    return {
        "main_moves": [able[key] for key in MAIN if key in able],
        "other_moves": [m for k, m in able.items() if k not in MAIN and k not in SYSTEM_MADE],
        "system_moves": [m for k, m in able.items() if k in CLOSING],
    }


def clock(request: SignedIn, number: str, name: str) -> HttpResponse:
    """How a due date was reached (此日期如何得出): day by day."""
    row = seen_case(request.user, number)
    record, now, calendar = row.record(), timezone.now(), calendar_in_force()
    budget, ledger = (
        (budget_of(record, name), ledger_of(record, name)) if name in CLOCKS else (None, ())
    )
    if budget is None or not ledger:
        raise Http404("这个办件没有这项时限，或者它还没有起算。")
    shown = next(c for c in clocks_of(record, calendar, now) if c.name == name)
    lines = explain_clock(budget, ledger, calendar, now)
    context = {"row": row, "name": name, "clock": shown, "ledger": ledger, "lines": lines}
    return render(request, "desk/clock.html", context)


def _materials(record: Case, version: ItemVersion) -> list[dict[str, Any]]:
    """Each material of the item: whether it is in, owed, replaced by a promise or missing."""
    absent = {m.key for m in missing(record, version)}
    owed = {o.material for o in record.owing}
    promised = {key for promise in record.promises for key in promise.materials}
    have = {m.key: m for m in record.materials}
    rows = []
    for material in version.materials:
        key = material.key
        state = (
            ("已收", "badge-ok") if key in have
            else ("容缺", "badge-warn") if key in owed
            else ("承诺", "badge-info") if key in promised
            else ("缺", "badge-bad") if key in absent
            else ("不需要", "")
        )  # fmt: skip
        rows.append({"material": material, "received": have.get(key), "state": state})
    return rows


def _events(row: StoredCase) -> list[dict[str, Any]]:
    """What happened, the latest first."""
    stored = StoredEvent.objects.filter(county=row.county, stream=f"case/{row.number}")
    found = list(stored.order_by("-serial"))
    names = people_names([event.actor for event in found])
    titles = {OPENING: "登记"} | {key: move.title for key, move in moves().items()}
    return [
        {
            "at": event.at.astimezone(SHANGHAI),
            "title": titles.get(event.kind, event.kind),
            "who": names[event.actor],
            "serial": event.serial,
            "told": [
                event.told[name]
                for name in ("reason", "remark", "opinion", "special", "reasons")
                if event.told.get(name)
            ],
        }
        for event in found
    ]

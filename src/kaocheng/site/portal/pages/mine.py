"""My cases (我的办件): the list, one case with its clocks and papers, and what I may do."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.cases.limits import budget_of, ledger_of, urged_on
from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import explain_clock
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.base.paging import page_of
from kaocheng.site.cases.making import make_from_form, posted_before
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.moveforms import About, MoveForm
from kaocheng.site.cases.names import state_badge
from kaocheng.site.cases.services.moving import raced
from kaocheng.site.cases.showing import OpenMove, clocks_of, is_forged, moves_for
from kaocheng.site.catalogue.services import pinned_version
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.portal.asking import asked_of
from kaocheng.site.portal.outcome import outcome_of, passed_of
from kaocheng.site.portal.progress import steps_of, to_correct, what_next

NO_CASE = "没有这个办件，或者它不是您的申请。"
_LATER = ("urge", "withdraw", "entrust")


def mine(request: SignedIn) -> HttpResponse:
    """My applications, and those of whom I stand for, the newest first."""
    page = page_of(
        StoredCase.objects.own_of(request.user).defer("facts"), request, by=("-received_at", "-id")
    )
    rows = [(row, state_badge(row.state)) for row in page]
    return render(request, "portal/mine.html", {"page": page, "rows": rows})


def case(request: SignedIn, number: str) -> HttpResponse:
    """One of my cases."""
    row = _mine(request.user, number)
    record = row.record()
    able = _able(record, request.user, row)
    context = shown(row, record, own=True) | {
        "rating": asked_of(request, row, timezone.now()),
        "first": [m for key, m in able.items() if key not in _LATER],
        "later": [m for key, m in able.items() if key in _LATER],
        "wrong": [(_names(row).get(key, key), why) for key, why in to_correct(record)],
        "materials": [(_names(row).get(m.key, m.key), m) for m in record.materials],
    }
    return render(request, "portal/case.html", context)


def shown(row: StoredCase, record: Case, *, own: bool = False) -> dict[str, Any]:
    """What the applicant's pages show of a case; `own` to the applicant who has signed in."""
    calendar, now = calendar_in_force(), timezone.now()
    budget, ledger = budget_of(record, "承诺"), ledger_of(record, "承诺")
    return {
        "row": row,
        "case": record,
        "badge": state_badge(row.state),
        "steps": steps_of(record),
        "next": what_next(record),
        "outcome": outcome_of(record, row, own=own),
        "passed": passed_of(row, own=own),
        "clocks": clocks_of(record, calendar, now),
        "lines": explain_clock(budget, ledger, calendar, now) if budget and ledger else (),
        "urged": bool(urged_on(record, timezone.localdate())),
        "missing": _missing(row, record),
        "today": timezone.localdate(),
    }


def move(request: SignedIn, number: str, key: str) -> HttpResponse:
    """One of the things an applicant may do: supply, withdraw, urge, correct."""
    row = _mine(request.user, number)
    record = row.record()
    found = _able(record, request.user, row).get(key)
    if found is None:
        if is_forged(key, {Role.APPLICANT}):
            note_refusal(request, request.path)
        if posted_before(request, record):
            raise raced(record)
        raise Refusal(
            "case.move", f"办件 {number} 现在是“{row.state}”，不能办这一步。", "请回到办件页查看。"
        )
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MoveForm(*posted, move=found.move, about=About(record, version, request.user))
    if request.method == "POST" and form.is_valid():
        try:
            at = timezone.now()
            moved = make_from_form(form=form, row=row, able=found, by=request.user, at=at)
            invite_after(row=moved, at=at)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"“{found.move.asked}”已经提交。")
            return redirect("portal:case", number)
    context = {"row": row, "move": found.move, "form": form}
    return render(request, "portal/move.html", context, status=422 if form.errors else 200)


def _mine(account: Account, number: str) -> StoredCase:
    row: StoredCase | None = StoredCase.objects.own_of(account).filter(number=number).first()
    if row is None:
        raise Http404(NO_CASE)
    return row


def _able(record: Case, account: Account, row: StoredCase) -> dict[str, OpenMove]:
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    able = moves_for(record, version, account, timezone.now(), row.applicant)
    closed = _closed_online(About(record, version, account))
    return {
        key: found
        for key, found in able.items()
        if found.role == Role.APPLICANT and key not in closed
    }


def _closed_online(about: About) -> set[str]:
    """What needs somebody who is not there."""
    return set() if about.assistants() else {"entrust"}


def _missing(row: StoredCase, record: Case) -> list[tuple[str, str]]:
    """What is still to be supplied, by name (需要补正的)."""
    told = record.supplement
    if told is None or told.answered_at is not None:
        return []
    names = _names(row)
    return [(names.get(key, key), why) for key, why in told.missing if key not in told.came]


def _names(row: StoredCase) -> dict[str, str]:
    """What the materials of the item are called."""
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    return {material.key: material.name for material in version.materials}

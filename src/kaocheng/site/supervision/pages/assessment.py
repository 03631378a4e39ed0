"""窗口考核: the month's ranking as a notice, each score opened to its records, objections and their answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.assessment import Scored, Subject
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.names import people_names
from kaocheng.site.supervision.assessing import records
from kaocheng.site.supervision.describing import described
from kaocheng.site.supervision.models import StoredRuling
from kaocheng.site.supervision.pages.hollow import months_before
from kaocheng.site.supervision.rulings import Line, keep_points, object_to, set_points
from kaocheng.site.supervision.scoring import Month, month_of

SHOWN = 500
"""So many records of a line are listed; all are counted."""


def notice(request: SignedIn) -> HttpResponse:
    """The month's notice (考核通报): everybody in the order of their points."""
    found = asked_month(request, _kind(request.GET.get("kind", "")))
    context = {**frame(found), "kinds": list(Subject), "waiting": _waiting(found)}
    return render(request, "supervision/assessment.html", context)


def detail(request: SignedIn, kind: str, subject: str) -> HttpResponse:
    """One person's or window's month, line by line."""
    found, told = _found(request, _kind(kind), subject)
    may_set = Role.HALL_SUPERVISOR in request.user.roles and not _own(request, found, subject)
    context = {**frame(found), "one": told, "may_set": may_set, "mine": False}
    return render(request, "supervision/assessed.html", context | _rulings(found, subject))


def mine(request: SignedIn) -> HttpResponse:
    """One's own month, to be objected to (我的考核)."""
    found = asked_month(request, Subject.PERSON)
    subject = request.user.get_username()
    context = {**frame(found), "one": found.of(subject), "mine": True}
    return render(request, "supervision/assessed.html", context | _rulings(found, subject))


def evidence(request: SignedIn, kind: str, subject: str, rule: str) -> HttpResponse:
    """The records behind one score (得分依据)."""
    found, told = _found(request, _kind(kind), subject)
    score = next((one for one in told.scores if one.rule.key == rule), None)
    if score is None:
        raise Http404("考核表里没有这一项。")
    rows = [
        (described(row), held)
        for (row, held), _ in zip(
            records(found.span, found.kind, score.rule, subject), range(SHOWN), strict=False
        )
    ]
    context = {**frame(found), "one": told, "score": score, "rows": rows, "shown": SHOWN}
    return render(request, "supervision/assessment_records.html", context)


@require_POST
def rule_on(request: SignedIn, kind: str, subject: str, rule: str) -> HttpResponse:
    """Set points, or keep them against an objection (认定)."""
    month, subject_kind = _month(request.POST.get("month", "")), _kind(kind)
    line = Line(request.user.county, month, subject_kind, subject, rule)
    hand = Hand(request.user, Role.HALL_SUPERVISOR, timezone.now())
    reason = request.POST.get("reason", "")
    try:
        if request.POST.get("do") == "keep":
            keep_points(line, reason=reason, hand=hand)
        else:
            set_points(line, points=request.POST.get("points", ""), reason=reason, hand=hand)
        messages.success(request, "已认定，理由已记入日志。")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    answer = redirect("supervision:assessed", kind=kind, subject=subject)
    answer["Location"] += f"?month={month:%Y-%m}"
    return answer


@require_POST
def objection(request: SignedIn, rule: str) -> HttpResponse:
    """Object to a line of one's own month."""
    month = _month(request.POST.get("month", ""))
    account = request.user
    line = Line(account.county, month, Subject.PERSON, account.get_username(), rule)
    role = min(account.roles - {Role.APPLICANT})
    try:
        object_to(line, text=request.POST.get("text", ""), hand=Hand(account, role, timezone.now()))
        messages.success(request, "异议已提出，由大厅主管答复。")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    answer = redirect("supervision:assessment-mine")
    answer["Location"] += f"?month={month:%Y-%m}"
    return answer


def asked_month(request: SignedIn, kind: Subject) -> Month:
    """The month asked for, the current one where none or a wrong one was."""
    month = _month(request.GET.get("month", ""))
    return month_of(request.user.county, month, kind, timezone.now())


def _month(text: str) -> date:
    months = months_before(timezone.localdate())
    return next((one for one in months if f"{one:%Y-%m}" == text), months[0])


def _kind(text: str) -> Subject:
    return Subject.WINDOW if text == Subject.WINDOW else Subject.PERSON


def _found(request: SignedIn, kind: Subject, subject: str) -> tuple[Month, Scored]:
    found = asked_month(request, kind)
    told = found.of(subject)
    if told is None:
        raise Http404("这个月没有这个考核对象。")
    return found, told


def _own(request: SignedIn, found: Month, subject: str) -> bool:
    return found.kind is Subject.PERSON and subject == request.user.get_username()


def frame(found: Month) -> dict[str, Any]:
    """What every page of the assessment shows."""
    today = timezone.localdate()
    return {
        "found": found,
        "sheet": found.sheet,
        "month": found.span.month,
        "months": months_before(today),
        "kind": found.kind,
        "over": found.span.period.last < today,
    }


def _rulings(found: Month, subject: str) -> dict[str, Any]:
    rows = StoredRuling.objects.filter(
        county=found.span.county, month=found.span.month, kind=found.kind.value, subject=subject
    )
    titles = {rule.key: rule.title for rule in found.sheet.rules} if found.sheet else {}
    names = people_names({name for r in rows for name in (r.raised_by, r.decided_by) if name})
    told = [
        (row, titles.get(row.rule, row.rule), names.get(row.raised_by), names.get(row.decided_by))
        for row in rows
    ]
    return {"rulings": told, "open": {row.rule for row in rows if row.decided_at is None}}


def _waiting(found: Month) -> int:
    rows = StoredRuling.objects.filter(county=found.span.county, decided_at__isnull=True)
    return rows.filter(month=found.span.month, kind=found.kind.value).count()

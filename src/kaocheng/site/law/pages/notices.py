"""Notices on the site (放假安排录入与批准): entered by one, seen through and approved by another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.law.forms import DecisionForm, FileForm, WordsForm
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.services import (
    approve_notice,
    calendar_in_force,
    effect_of,
    propose_file,
    propose_words,
    reject_notice,
)

_SHOWN = 200


def notices(request: SignedIn) -> HttpResponse:
    """Every notice entered here, newest first, and the years in force."""
    page = page_of(StoredNotice.objects.all(), request, by=("-proposed_at", "-id"))
    known = calendar_in_force()
    names = people_of(request.user.county, _people(*page))
    rows = [(row, names.get(row.proposed_by), names.get(row.decided_by)) for row in page]
    context = {"page": page, "rows": rows, "years": known.years}
    return render(request, "law/notices.html", context)


def new_notice(request: SignedIn) -> HttpResponse:
    """Enter a notice by its words or by a file; a slip is told beside the form."""
    by_file = "file" in request.FILES
    filled = request.method == "POST"
    words = WordsForm(request.POST if filled and not by_file else None)
    file = FileForm(request.POST, request.FILES) if filled and by_file else FileForm()
    form = file if by_file else words
    if filled and form.is_valid():
        try:
            row = _proposed(request, form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, "通知已录入。请由另一人看过影响后批准，批准前不改变任何时限。"
            )
            return redirect("law:notice", row.pk)
    return render(request, "law/new_notice.html", {"words": words, "file": file})


def _proposed(request: SignedIn, form: WordsForm | FileForm) -> StoredNotice:
    given, role = form.cleaned_data, role_of(request)
    if isinstance(form, FileForm):
        return propose_file(text=given["file"], by=request.user, role=role, at=timezone.now())
    return propose_words(**given, by=request.user, role=role, at=timezone.now())


def notice(request: SignedIn, number: int) -> HttpResponse:
    """A notice: its days, and what it does to the open clocks (or did, when it was approved)."""
    row = _found(number)
    names = people_of(request.user.county, _people(row))
    context: dict[str, object] = {
        "row": row,
        "names": [names.get(name, "") for name in _people(row)],
        "occasions": list(_occasions(row)),
        "restored": [day for part in row.as_notices() for day in part.restored],
        "form": DecisionForm(),
        "own": row.proposed_by == request.user.get_username(),
        "pending": row.state == NoticeState.PROPOSED,
        "effect": None,
        "listed": [],
        "kept": json.loads(row.effect) if row.effect else None,
    }
    if row.state == NoticeState.PROPOSED:
        effect = effect_of(notice=row, county=request.user.county, at=timezone.now())
        context |= {"effect": effect, "listed": effect.listed[:_SHOWN]}
    return render(request, "law/notice.html", context)


def _people(*rows: StoredNotice) -> list[str]:
    """Who entered them and who decided."""
    return [name for row in rows for name in (row.proposed_by, row.decided_by)]


def _occasions(row: StoredNotice) -> Iterator[tuple[str, list[date], list[date]]]:
    """Days off and make-up days by occasion, in the order of the notice."""
    for part in row.as_notices():
        names = dict.fromkeys(name for _, name in (*part.days_off, *part.make_ups))
        for name in names:
            off = [day for day, occasion in part.days_off if occasion == name]
            yield name, off, [day for day, occasion in part.make_ups if occasion == name]


@require_POST
def approve(request: SignedIn, number: int) -> HttpResponse:
    """Put it into force."""
    row = _found(number)
    remark = request.POST.get("remark", "")[:300]
    try:
        approve_notice(
            notice=row.pk, by=request.user, role=role_of(request), remark=remark, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"《{row.title}》已生效，各件时限已按新安排计算。")
    return redirect("law:notice", row.pk)


@require_POST
def reject(request: SignedIn, number: int) -> HttpResponse:
    """Turn it down."""
    row = _found(number)
    remark = request.POST.get("remark", "")[:300]
    try:
        reject_notice(
            notice=row.pk, by=request.user, role=role_of(request), remark=remark, at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "已退回，录入人可以看到理由。")
    return redirect("law:notice", row.pk)


def _found(number: int) -> StoredNotice:
    row = StoredNotice.objects.filter(pk=number).first()
    if row is None:
        raise Http404("没有这份通知。请返回通知列表。")
    return row


def role_of(request: SignedIn) -> str:
    """In which role the reader enters or approves."""
    held = request.user.roles
    return str(Role.SYSTEM_MANAGER if Role.SYSTEM_MANAGER in held else Role.INSPECTOR)

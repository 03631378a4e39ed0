"""Pages for staff (申请人查询): found by a whole number, shown masked, in the clear only for a purpose."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.forms import (
    JoinForm,
    MandateForm,
    PurposeForm,
    RenameForm,
    SearchForm,
    VerifyForm,
)
from kaocheng.site.applicants.kinds import applicant_kinds, id_kinds
from kaocheng.site.applicants.letterfiles import PURPOSE
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.applicants.services import (
    Person,
    find_applicant,
    grant_mandate,
    join_account,
    read_person,
    rename_applicant,
    revoke_mandate,
    unlink_account,
    verify_identity,
)
from kaocheng.site.base.files import keep_upload
from kaocheng.site.base.noticing import note_refusal

NOT_HERE = "没有这位申请人，或者您不能打开。"


def search(request: SignedIn) -> HttpResponse:
    """Find somebody by a whole number; the search itself is logged, found or not."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            found = find_applicant(
                account=request.user, county=request.user.county, at=timezone.now(),
                id_number=form.cleaned_data["id_number"], phone=form.cleaned_data["phone"],
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            if found is not None:
                return redirect("applicants:applicant", found.number)
            form.add_error(None, "没有登记过这个号码。接件时登记即可。")
    return unkept(render(request, "applicants/search.html", {"form": form}))


def applicant(request: SignedIn, number: str) -> HttpResponse:
    """One applicant, masked; in the clear after a purpose has been given."""
    row = seen(request, number)
    form = PurposeForm(request.POST or None, roles=request.user.roles)
    person: Person | None = None
    if request.method == "POST" and form.is_valid():
        try:
            person = read_person(
                account=request.user, county=row.county, number=number,
                purpose=form.cleaned_data["purpose"], at=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = about(row) | {
        "form": form, "person": person, "verifying": VerifyForm(), "joining": JoinForm(),
        "renaming": RenameForm(),
        "may_keep": Role.WINDOW_CLERK in request.user.roles,
    }  # fmt: skip
    return unkept(render(request, "applicants/applicant.html", context))


def about(row: StoredApplicant) -> dict[str, Any]:
    """What pages on one applicant show without a purpose."""
    return {
        "row": row,
        "kind": applicant_kinds()[row.kind],
        "id_kind": id_kinds()[row.id_kind],
        "mandates": row.mandates.select_related("agent").order_by("-granted_at"),
        "agencies": row.agencies.select_related("principal").order_by("-granted_at"),
        "today": timezone.localdate(),
    }


@require_POST
def verify(request: SignedIn, number: str) -> HttpResponse:
    """Note that the paper was seen."""
    row, form = seen(request, number), VerifyForm(request.POST)
    if form.is_valid():
        verify_identity(
            county=row.county, number=number, how=form.cleaned_data["how"], at=timezone.now(),
            code=form.cleaned_data["code"], by=request.user, role=Role.WINDOW_CLERK,
        )  # fmt: skip
        messages.success(request, "已记下身份核验。")
    else:
        messages.error(request, "请写明怎样核验的。")
    return redirect("applicants:applicant", number)


@require_POST
def join(request: SignedIn, number: str) -> HttpResponse:
    """Join the account of the person at the window."""
    row, form = seen(request, number), JoinForm(request.POST)
    if form.is_valid():
        join_account(
            county=row.county, number=number, at=timezone.now(), by=request.user,
            role=Role.WINDOW_CLERK, **form.cleaned_data,
        )  # fmt: skip
        messages.success(request, "已关联网上账号，并记下身份核验。")
    else:
        messages.error(request, "请填写登录名和核验码。")
    return redirect("applicants:applicant", number)


@require_POST
def rename(request: SignedIn, number: str) -> HttpResponse:
    """Write the name as the paper says."""
    row, form = seen(request, number), RenameForm(request.POST)
    if form.is_valid():
        rename_applicant(
            county=row.county, number=number, at=timezone.now(), by=request.user,
            role=Role.WINDOW_CLERK, **form.cleaned_data,
        )  # fmt: skip
        messages.success(request, "已更正姓名（名称）。")
    else:
        messages.error(request, "请照证件填写姓名，选择原因。")
    return redirect("applicants:applicant", number)


@require_POST
def unlink(request: SignedIn, number: str) -> HttpResponse:
    """Cut off an account that is not this person's."""
    row = seen(request, number)
    unlink_account(
        county=row.county, number=number, at=timezone.now(), by=request.user,
        role=Role.WINDOW_CLERK,
    )  # fmt: skip
    messages.success(request, "已断开这个网上账号，账号所填的联系方式已清除。")
    return redirect("applicants:applicant", number)


def mandate(request: SignedIn, number: str) -> HttpResponse:
    """Note a mandate of this applicant at the window."""
    row = seen(request, number)
    form = MandateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            granted(request, row, form, Role.WINDOW_CLERK)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已登记委托。")
            return redirect("applicants:applicant", number)
    return render(request, "applicants/mandate.html", {"row": row, "form": form, "mine": False})


def granted(
    request: SignedIn, row: StoredApplicant, form: MandateForm, role: Role
) -> StoredMandate:
    """The mandate of a form, with its letter kept."""
    told, at = form.cleaned_data, timezone.now()
    letter = keep_upload(
        upload=told["letter"], by=request.user, purpose=PURPOSE, at=at, subject=row.number
    )
    return grant_mandate(
        county=row.county, principal=row.number, agent=told["agent"].strip(), paper=letter.number,
        since=told["since"], until=told["until"], scope=told["scope"].strip(),
        powers=told["powers"], at=at, by=request.user, role=role,
    )  # fmt: skip


@require_POST
def revoke(request: SignedIn, number: str, mandate: str) -> HttpResponse:
    """End a mandate of this applicant at the window."""
    row = seen(request, number)
    if not row.mandates.filter(number=mandate).exists():
        raise Http404(NOT_HERE)
    revoke_mandate(
        county=row.county, number=mandate, at=timezone.now(), by=request.user,
        role=Role.WINDOW_CLERK,
    )  # fmt: skip
    messages.success(request, "委托已撤销。")
    return redirect("applicants:applicant", number)


def seen(request: SignedIn, number: str) -> StoredApplicant:
    """The applicant, if this account may see it; otherwise 404 with a sentence, and logged."""
    row = StoredApplicant.objects.visible_to(request.user).filter(number=number).first()
    if row is None:
        note_refusal(request, f"申请人 {number}")
        raise Http404(NOT_HERE)
    return row


def unkept(answer: HttpResponse) -> HttpResponse:
    """An answer that no browser keeps."""
    answer["Cache-Control"] = "private, no-store"
    return answer

"""Pages for applicants (我的信息): what is kept of me, who looked at it, who acts for me."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.forms import ContactForm, MandateForm
from kaocheng.site.applicants.identities import masked_number
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.pages.staff import about, granted, unkept
from kaocheng.site.applicants.services import (
    account_code,
    change_applicant,
    holder_code,
    read_person,
    revoke_mandate,
)
from kaocheng.site.audit.models import StoredRead
from kaocheng.site.base.paging import page_of


def own(request: SignedIn) -> HttpResponse:
    """What is kept of me, and how to change where I am reached."""
    row = _mine(request)
    if row is None:
        context = {"code": holder_code(request.user)}
        return unkept(render(request, "applicants/nobody.html", context))
    at = timezone.now()
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_applicant(
                county=row.county, number=row.number, at=at, phone=form.cleaned_data["phone"],
                address=form.cleaned_data["address"], by=request.user, role=Role.APPLICANT,
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已更新。")
            return redirect("applicants:own")
    person = read_person(
        account=request.user, county=row.county, number=row.number, purpose="", at=at
    )
    context = about(row) | {
        "form": form,
        "person": person,
        "id_shown": masked_number(person.id_number),
        "code": account_code(row) if row.claimed else "",
    }
    return unkept(render(request, "applicants/own.html", context))


def looks(request: SignedIn) -> HttpResponse:
    """Who looked at what is kept of me, when and what for."""
    row = _mine(request)
    if row is None:
        return render(request, "applicants/nobody.html")
    rows = StoredRead.objects.in_county(row.county).filter(subject=f"applicant/{row.number}")
    page = page_of(rows.select_related("account"), request, by=("-at", "-id"))
    return unkept(render(request, "applicants/looks.html", {"page": page}))


def mandate(request: SignedIn) -> HttpResponse:
    """Let somebody act for me."""
    row = _mine(request)
    if row is None:
        return redirect("applicants:own")
    form = MandateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            granted(request, row, form, Role.APPLICANT)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "委托已登记。可以随时撤销。")
            return redirect("applicants:own")
    return render(request, "applicants/mandate.html", {"row": row, "form": form, "mine": True})


@require_POST
def revoke(request: SignedIn, mandate: str) -> HttpResponse:
    """Nobody acts for me any more under this mandate."""
    row = _mine(request)
    if row is not None and row.mandates.filter(number=mandate).exists():
        revoke_mandate(
            county=row.county,
            number=mandate,
            at=timezone.now(),
            by=request.user,
            role=Role.APPLICANT,
        )
        messages.success(request, "委托已撤销。")
    return redirect("applicants:own")


def _mine(request: SignedIn) -> StoredApplicant | None:
    return StoredApplicant.objects.of(request.user.county).filter(account=request.user).first()

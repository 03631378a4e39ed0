"""Seeing who applies (查看申请人信息): only for a stated purpose, and every look is logged."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.forms import PurposeForm
from kaocheng.site.applicants.kinds import applicant_kinds, id_kinds
from kaocheng.site.applicants.services import Person, read_person
from kaocheng.site.desk.pages.shared import seen_case


def person(request: SignedIn, number: str) -> HttpResponse:
    """The applicant of a case: the purpose is asked first, then shown once, never cached."""
    row = seen_case(request.user, number)
    form = PurposeForm(request.POST or None, roles=request.user.roles)
    shown: Person | None = None
    if request.method == "POST" and form.is_valid():
        try:
            shown = read_person(
                account=request.user, county=row.county, number=row.applicant,
                purpose=form.cleaned_data["purpose"], at=timezone.now(), case=row.number,
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {
        "row": row,
        "form": form,
        "person": shown,
        "kind": applicant_kinds()[shown.kind].name if shown else "",
        "id_kind": id_kinds()[shown.id_kind].name if shown else "",
    }
    response = render(request, "desk/person.html", context)
    response["Cache-Control"] = "no-store"
    return response

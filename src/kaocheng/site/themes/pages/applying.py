"""Applying for a theme (一件事申请): choose, fill in once, hand in once; online or at the window."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from kaocheng.cases.states import Channel
from kaocheng.catalogue.themes.planning import plan_cases
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.themes.forms import ChoosingForm, OneForm, OneSet
from kaocheng.site.themes.pages.shared import theme_row
from kaocheng.site.themes.services import compiled_theme, open_theme_case


def apply(request: SignedIn, number: str) -> HttpResponse:
    """Online, for oneself."""
    mine = StoredApplicant.objects.of(request.user.county).filter(account=request.user).first()
    if mine is None:
        here = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('portal:profile')}?{here}")
    return _apply(request, number, mine, Channel.ONLINE)


def take_in(request: SignedIn, number: str, applicant: str) -> HttpResponse:
    """At the window, for whoever stands there."""
    row = StoredApplicant.objects.visible_to(request.user).filter(number=applicant).first()
    if row is None:
        raise Http404("没有这位申请人，请先登记。")
    return _apply(request, number, row, Channel.WINDOW)


def _apply(
    request: SignedIn, number: str, applicant: StoredApplicant, channel: Channel
) -> HttpResponse:
    row, today = theme_row(request.user.county, number, online=True), timezone.localdate()
    theme = row.record()
    whole = compiled_theme(county=row.county, theme=theme, on=today)
    choosing = ChoosingForm(request.POST or request.GET or None, theme=theme, compiled=whole)
    context = {"row": row, "applicant": applicant, "compiled": whole}
    if choosing.fields and not choosing.is_valid():
        return render(request, "themes/choosing.html", context | {"form": choosing})
    chosen = choosing.chosen if choosing.fields else ()
    answers = choosing.answers if choosing.fields else {}
    part = compiled_theme(county=row.county, theme=theme, on=today, chosen=chosen)
    plan = plan_cases(part, answers)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OneForm(*given, merged=part.fields)
    one_set = OneSet(*given, plan=plan, online=channel is Channel.ONLINE)
    wrong = request.method == "POST" and not (form.is_valid() & one_set.is_valid())
    if request.method == "POST" and not wrong:
        try:
            made = open_theme_case(
                county=row.county, theme=number, applicant=applicant.number, channel=channel,
                by=request.user, role=_role(channel), at=timezone.now(), chosen=chosen,
                answers=answers, values=form.values, handed=one_set.handed,
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            wrong = True
        else:
            messages.success(request, f"已登记，联办件编号 {made.number}。")
            return redirect("themes:case", made.number)
    context |= {
        "form": form,
        "one_set": one_set,
        "choosing": choosing,
        "compiled": part,
        "plan": plan,
    }
    return render(request, "themes/apply.html", context, status=422 if wrong else 200)


def _role(channel: Channel) -> Role:
    return Role.APPLICANT if channel is Channel.ONLINE else Role.WINDOW_CLERK

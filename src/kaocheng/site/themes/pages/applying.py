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
from kaocheng.site.themes.forms import ChoosingForm, WholeForm
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
    form = WholeForm(*given, fields=part.fields, plan=plan, online=channel is Channel.ONLINE)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_theme_case(
                county=row.county, theme=number, applicant=applicant.number, channel=channel,
                by=request.user, role=_role(channel), at=timezone.now(), chosen=chosen,
                answers=answers, values=form.values, handed=form.handed,
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记，联办件编号 {made.number}。")
            return redirect("themes:case", made.number)
    context |= {"form": form, "choosing": choosing, "compiled": part, "plan": plan}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "themes/apply.html", context, status=status)


def _role(channel: Channel) -> Role:
    return Role.APPLICANT if channel is Channel.ONLINE else Role.WINDOW_CLERK

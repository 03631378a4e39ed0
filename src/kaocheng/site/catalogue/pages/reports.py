"""Reports over the catalogue (目录统计): counts, coverages, what was saved, circles of proof."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.days import DayField
from kaocheng.site.catalogue.reporting import report
from kaocheng.site.catalogue.services import department_names


class PeriodForm(forms.Form):
    """Between which days savings are reckoned."""

    since = DayField(label="从")
    until = DayField(label="到")


def reports(request: SignedIn) -> HttpResponse:
    """The figures with their formulas (目录统计)."""
    today = timezone.localdate()
    days: dict[str, Any] = {"since": date(today.year, 1, 1), "until": today}
    form = PeriodForm(request.GET or None, initial=days)
    if form.is_bound and form.is_valid():
        days = form.cleaned_data
    names = department_names(request.user.county)
    found = report(request.user.county, days["since"], days["until"], names)
    shares = [(c.title, c.rate) for c in found.coverages if c.rate is not None]
    context = {
        "form": form if form.is_bound else PeriodForm(initial=days),
        "report": found,
        "shares": shares,
        "names": names,
        "days": days,
    }
    return render(request, "catalogue/reports.html", context)

"""Opening hours (开放时间设置)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.clocks import local_day
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.calendars import days_of
from kaocheng.site.hall.forms.places import SpecialDayForm, WeekForm
from kaocheng.site.hall.pages.choosing import read_day
from kaocheng.site.hall.pages.setup.editing import do, edit, hall_or_404, who

_WEEK, _AHEAD = 7, 14


def hours(request: SignedIn, number: str) -> HttpResponse:
    """The weekly table, days arranged apart, and how the next two weeks come out."""
    hall, today = hall_or_404(request, number), local_day(timezone.now())
    context = {
        "hall": hall,
        "days": days_of(hall, today, _AHEAD),
        "special": hall.special_days.filter(day__gte=today),
    }
    return render(request, "hall/setup/hours.html", context)


def edit_week(request: SignedIn, number: str) -> HttpResponseBase:
    """Change the weekly table."""
    hall = hall_or_404(request, number)
    now = hall.hours()
    initial = {f"day{n}": now.week[n] for n in range(_WEEK)} if now else {}
    form = WeekForm(request.POST or None, initial=initial)

    def save(given: Mapping[str, Any]) -> None:
        week = [given[f"day{n}"] for n in range(_WEEK)]
        services.set_week(hall=number, week=week, **who(request))

    return edit(request, form, save, title="每周开放时间", back=_back(number))


def edit_day(request: SignedIn, number: str) -> HttpResponseBase:
    """Arrange one day apart."""
    hall_or_404(request, number)
    form = SpecialDayForm(request.POST or None)
    return edit(
        request, form,
        lambda given: services.set_special_day(hall=number, **given, **who(request)),
        title="特别安排", back=_back(number), note="只改一天，优先于每周开放时间和放假安排。",
    )  # fmt: skip


@require_POST
def drop_day(request: SignedIn, number: str, day: str) -> HttpResponse:
    """Take an arrangement back."""
    hall_or_404(request, number)
    found = read_day(day)
    if found is None:
        raise Http404("没有这一天。")
    return do(
        request, lambda: services.drop_special_day(hall=number, day=found, **who(request)),
        said="已取消特别安排。", back=_back(number),
    )  # fmt: skip


def _back(number: str) -> str:
    return reverse("hall:hours", args=[number])

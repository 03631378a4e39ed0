"""名进实不进: departments that are in the hall by name while their decisions are taken elsewhere."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.hall.hollow import Defect
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.names import people_names
from kaocheng.site.supervision.hollow import hollow_of
from kaocheng.site.supervision.pages.board import own_unit

MONTHS = 13
SHOWN = 20
"""So many cases of a sign are linked; all of them are counted."""


def hollow(request: SignedIn) -> HttpResponse:
    """The signs of one month."""
    months = months_before(timezone.localdate())
    asked = request.GET.get("month", "")
    month = next((one for one in months if f"{one:%Y-%m}" == asked), months[0])
    found = hollow_of(request.user.county, month, own_unit(request.user))
    context = {
        "month": month,
        "months": months,
        "shown": SHOWN,
        "rows": [(one, _people(one), one.cases[:SHOWN]) for one in found],
    }
    return render(request, "supervision/hollow.html", context)


def _people(defect: Defect) -> list[str]:
    names = people_names(defect.accounts)
    return [names[account] for account in defect.accounts]


def months_before(today: date) -> list[date]:
    """The current month and those before, by their first days."""
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        last = found[-1]
        found.append(
            date(last.year - 1, 12, 1) if last.month == 1 else last.replace(month=last.month - 1)
        )
    return found

"""The board (运行看板): what is at hand, what was done, who has how much, what is late and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import unit_names
from kaocheng.site.cases.reach import WHOLE_COUNTY
from kaocheng.site.law.services import calendar_in_force
from kaocheng.site.supervision import figures, kinds
from kaocheng.site.supervision.forms import PeriodForm
from kaocheng.site.supervision.late import late_ones
from kaocheng.site.supervision.services import statistics_of

LATE_SHOWN = 15


def board(request: SignedIn) -> HttpResponse:
    """The board of what this account may see."""
    today = timezone.localdate()
    seen = StoredCase.objects.visible_to(request.user)
    form = PeriodForm(request.GET or None)
    period = form.period(today)
    closed = figures.closed_by_day(seen, period)
    labels, series = figures.by_day(seen, period, closed)
    names = unit_names(request.user.county)
    loads = figures.by_unit(request.user.county, today, own_unit(request.user))
    latest = seen.overdue(today)[:LATE_SHOWN]
    context = {
        "form": form,
        "period": period,
        "saved": statistics_of(request.user),
        "now": figures.at_hand(seen, today),
        "watched": list(kinds.told(seen, today)),
        "done": figures.of_period(seen, period, closed),
        "labels": labels,
        "series": series,
        "states": figures.by_state(seen),
        "loads": [(names.get(load.unit, load.unit), load) for load in loads],
        "load_labels": [names.get(load.unit, load.unit) for load in loads[:12]],
        "load_series": {
            "未超期": [load.steps - load.late for load in loads[:12]],
            "超期": [load.late for load in loads[:12]],
        },
        "late": late_ones(latest, "due_on", calendar_in_force(), today),
        "names": names,
    }
    return render(request, "supervision/board.html", context)


def own_unit(account: Account) -> str:
    """The one department an account watches, "" for the whole county."""
    return "" if account.roles & WHOLE_COUNTY else account.unit or "-"

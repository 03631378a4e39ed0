"""The statistics (评价统计): every measure with its formula, month by month; rankings."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.measures import measures
from kaocheng.feedback.ranking import Ranked
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.feedback.counting import Scope, monthly, numbers, ranking, shares
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.periods import Period, period_of
from kaocheng.site.feedback.reach import WHOLE_COUNTY
from kaocheng.site.feedback.services import rules_on

FIELDS = {"window": "窗口", "unit": "部门", "item": "事项"}


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a ranking with its name (排名行)."""

    name: str
    row: Ranked


def statistics(request: SignedIn) -> HttpResponse:
    """All measures of a period, and how they went month by month."""
    at = timezone.now()
    period = period_of(request.GET, timezone.localdate(at), months=6)
    scope = scope_of(request.user)
    by_month = monthly(request.user.county, period, at, scope)
    context = {
        "period": period,
        "shares": shares(request.user.county, period, at, scope),
        "numbers": numbers(request.user.county, period, scope),
        "labels": [f"{int(month[5:])}月" for month in period.months],
        "lines": {
            measures()[key].name: [found[key].points for found in by_month.values()]
            for key in ("good_rate", "active_rate", "response_rate")
        },
        "wide": bool(request.user.roles & WHOLE_COUNTY),
    }
    return render(request, "feedback/statistics.html", context)


def rankings(request: SignedIn, field: str) -> HttpResponse:
    """Windows, departments or items by the rate of good ratings."""
    if field not in FIELDS:
        raise Http404("没有这种排名。")
    today = timezone.localdate()
    period = period_of(request.GET, today, months=3)
    rules = rules_on(request.user.county, today)
    context = {
        "period": period,
        "field": field,
        "fields": FIELDS,
        "title": FIELDS[field],
        "places": places(request.user.county, period, field),
        "least": rules.say("rank_least"),
        "measure": measures()["good_rate"],
    }
    return render(request, "feedback/ranking.html", context)


def places(county: str, period: Period, field: str, measure: str = "good_rate") -> list[Place]:
    """A ranking with the names of what is ranked."""
    rows = ranking(county, period, field, measure, rules_on(county, timezone.localdate()))
    names = names_of(field, county, [row.key for row in rows])
    return [Place(names[row.key], row) for row in rows]


def scope_of(account: Account) -> Scope:
    """What an account's figures speak of: the county or the own department, never ratings of itself.

    Whoever is rated could otherwise look before and after a service and know how it was rated.
    """
    unit = "" if account.roles & WHOLE_COUNTY else account.unit or "-"
    return Scope(unit, without=account.get_username())

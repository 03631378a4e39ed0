"""The statistics (评价统计): every measure with its formula, opened into its ratings; rankings; by month."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.measures import Share, measures
from kaocheng.feedback.ranking import Ranked
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.feedback.counting import (
    monthly,
    numbers,
    ranking,
    shares,
    ticket_facts_of,
    tickets_of,
)
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.pages.ratings import rows_of
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
            measures()[key].name: [_points(found[key]) for found in by_month.values()]
            for key in ("good_rate", "active_rate", "response_rate")
        },
        "wide": bool(request.user.roles & WHOLE_COUNTY),
    }
    return render(request, "feedback/statistics.html", context)


def proof(request: SignedIn, key: str) -> HttpResponse:
    """The records that make a measure: the whole, and which of them are the part."""
    measure = measures().get(key)
    if measure is None or measure.of == "invitations":
        raise Http404("没有这个指标，或者它不能逐条展开。")
    period = period_of(request.GET, timezone.localdate(), months=6)
    only_part = request.GET.get("part") == "1"
    if measure.of == "tickets":
        return _ticket_proof(request, key, period, only_part=only_part)
    found = StoredRating.objects.visible_to(request.user).within(period.first, period.last)
    found = found.where(measure.whole)
    whole, part = found.count(), found.where(measure.part).count()
    page = page_of(
        found.where(measure.part) if only_part else found, request, by=("-rated_at", "-id")
    )
    context = {
        "measure": measure, "period": period, "share": Share(measure, part, whole),
        "page": page, "rows": rows_of(request.user.county, page), "only_part": only_part,
    }  # fmt: skip
    return render(request, "feedback/proof.html", context)


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


def scope_of(account: Account) -> Q:
    """What a department manager's figures speak of: the own department."""
    wide = account.roles & (WHOLE_COUNTY | {Role.SYSTEM_MANAGER})
    return Q() if wide else Q(unit=account.unit or "-")


def _ticket_proof(request: SignedIn, key: str, period: Period, *, only_part: bool) -> HttpResponse:
    measure, at = measures()[key], timezone.now()
    rows = list(tickets_of(request.user.county, period, scope_of(request.user)))
    pairs = list(zip(rows, ticket_facts_of(rows, at), strict=True))
    whole = [pair for pair in pairs if all(c.holds(pair[1]) for c in measure.whole)]
    part = [pair for pair in whole if all(c.holds(pair[1]) for c in measure.part)]
    username = request.user.get_username()
    shown = [row for row, _ in (part if only_part else whole) if row.rated != username]
    context = {
        "measure": measure, "period": period, "share": Share(measure, len(part), len(whole)),
        "tickets": shown, "only_part": only_part,
    }  # fmt: skip
    return render(request, "feedback/proof_tickets.html", context)


def _points(share: Share) -> float | None:
    """A share in per cent for a chart, None (a gap) without data."""
    return None if share.value is None else round(float(share.value) * 100, 2)

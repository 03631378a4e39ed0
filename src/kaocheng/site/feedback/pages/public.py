"""The public page (评价公开): figures with their formulas, by month, and as files. Nothing personal."""

from __future__ import annotations

import csv
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.measures import Share, measures
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.shares import NO_DATA
from kaocheng.site.base.sending import CSV, attached
from kaocheng.site.feedback.counting import monthly, numbers, shares
from kaocheng.site.feedback.pages.statistics import places
from kaocheng.site.feedback.periods import Period, period_of
from kaocheng.site.feedback.services import rules_on

_YEAR = 12


def public(request: HttpRequest) -> HttpResponse:
    """How the county's services were rated."""
    at = timezone.now()
    period = _period(request, at)
    by_month = monthly(settings.COUNTY, period, at)
    told = numbers(settings.COUNTY, period)
    rules = rules_on(settings.COUNTY, timezone.localdate(at))
    context = {
        "period": period,
        "shares": shares(settings.COUNTY, period, at),
        "numbers": told,
        "levels": [(level.title, times) for level, times in told.levels.items()],
        "labels": [f"{int(month[5:])}月" for month in period.months],
        "rates": {"好评率": [found["good_rate"].points for found in by_month.values()]},
        "amounts": {
            "主动": [found["active_rate"].part for found in by_month.values()],
            "默认": [found["default_rate"].part for found in by_month.values()],
        },
        "units": places(settings.COUNTY, period, "unit"),
        "items": places(settings.COUNTY, period, "item")[:20],
        "least": rules.say("rank_least"),
        "default_on": rules.flag("default_rating"),
        "default_days": rules.say("default_days"),
    }
    return render(request, "feedback/public.html", context)


def public_csv(request: HttpRequest) -> HttpResponse:
    """Every measure of every month as a table."""
    at = timezone.now()
    period = _period(request, at)
    name = f"ratings-{period.first}-{period.last}.csv"
    response = attached(HttpResponse(content_type=CSV), name)
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(["月份", "指标", "分子", "分母", "结果", "计算式"])
    for month, found in monthly(settings.COUNTY, period, at).items():
        for share in found.values():
            told = share.measure
            writer.writerow([month, told.name, share.part, share.whole, share.shown, told.text])
    return response


def public_json(request: HttpRequest) -> HttpResponse:
    """The same for machines; a rate without data is null."""
    at = timezone.now()
    period = _period(request, at)
    told = {
        "county": settings.COUNTY,
        "county_name": settings.COUNTY_NAME,
        "period": {"from": period.first, "to": period.last},
        "counted_at": at.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "measures": [
            {"key": m.key, "name": m.name, "formula": m.text, "about": m.about}
            for m in measures().values()
        ],
        "total": {key: _told(share) for key, share in shares(settings.COUNTY, period, at).items()},
        "months": {
            month: {key: _told(share) for key, share in found.items()}
            for month, found in monthly(settings.COUNTY, period, at).items()
        },
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})


def _period(request: HttpRequest, at: datetime) -> Period:
    """Ended months only, so that nobody reads a single rating off the figures."""
    return period_of(request.GET, timezone.localdate(at), months=_YEAR, ended=True)


def _told(share: Share) -> dict[str, object]:
    rate = None if share.shown == NO_DATA else share.shown
    return {"part": share.part, "whole": share.whole, "rate": rate}

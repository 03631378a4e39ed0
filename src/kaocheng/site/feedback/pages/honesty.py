"""Honesty of ratings (评价真实性): every statistic with its chart, and each sign opened into its ratings."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.honesty import Sign, Statistic, delays, signs, statistics
from kaocheng.feedback.localrules import LocalRules, local_rules
from kaocheng.feedback.records import Rating
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.pages.device import DEVICE
from kaocheng.site.feedback.pages.ratings import rows_of
from kaocheng.site.feedback.periods import Period, period_of
from kaocheng.site.feedback.services import rules_on

_BY_WINDOW = frozenset({"closing", "same_text", "all_best"})
_MOST_MONTHS = 3
_BY_SHARE = frozenset({"closing", "channel"})
_SHOWN = 50
_CHARTED = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What one statistic found (统计结果): signs with their names and places in the list."""

    statistic: Statistic
    thresholds: tuple[str, ...]
    signs: list[tuple[int, str, Sign]]
    chart: list[tuple[str, float]]
    unit: str
    standing_out: int


def honesty(request: SignedIn) -> HttpResponse:
    """All statistics of a period of at most three months."""
    period = _period(request)
    rules = rules_on(request.user.county, timezone.localdate())
    ratings = _ratings(request, period)
    context = {
        "period": period,
        "found": [_found(request, one, ratings, rules) for one in statistics().values()],
        "delays": delays(ratings),
    }
    return render(request, "feedback/honesty.html", context)


def sign(request: SignedIn, key: str, place: int) -> HttpResponse:
    """The ratings one sign counts."""
    period = _period(request)
    rules = rules_on(request.user.county, timezone.localdate())
    listed = signs(key, _ratings(request, period), rules) if key in statistics() else ()
    if place >= len(listed):
        raise Http404("没有这一项统计，可能评价已有变化。")
    one = listed[place]
    rows = StoredRating.objects.visible_to(request.user).filter(number__in=one.numbers)
    page = page_of(rows, request, by=("-rated_at", "-id"))
    context = {
        "statistic": statistics()[key], "sign": one, "period": period, "page": page,
        "name": _names(request, key, [one])[one.subject], "rows": rows_of(request.user.county, page),
    }  # fmt: skip
    return render(request, "feedback/sign.html", context)


def _found(
    request: SignedIn, statistic: Statistic, ratings: list[Rating], rules: LocalRules
) -> Found:
    listed = signs(statistic.key, ratings, rules)
    names = _names(request, statistic.key, listed)
    thresholds = tuple(f"{local_rules()[key].title}：{rules.say(key)}" for key in statistic.rules)
    named = [(at, names[one.subject], one) for at, one in enumerate(listed)]
    by_share = statistic.key in _BY_SHARE
    return Found(
        statistic,
        thresholds,
        named[:_SHOWN],
        [(name, _height(one, by_share=by_share)) for _, name, one in named[:_CHARTED]],
        "%" if by_share else "条",
        sum(one.stands_out for one in listed),
    )


def _height(one: Sign, *, by_share: bool) -> float:
    return round(100 * one.part / one.whole, 2) if by_share else one.part


def _ratings(request: SignedIn, period: Period) -> list[Rating]:
    rows = StoredRating.objects.visible_to(request.user).within(period.first, period.last)
    return list(rows.records())


def _names(request: SignedIn, key: str, listed: list[Sign] | tuple[Sign, ...]) -> dict[str, str]:
    subjects = {one.subject for one in listed}
    if key in _BY_WINDOW:
        return names_of("window", request.user.county, subjects)
    return {subject: subject if key == "channel" else _device(subject) for subject in subjects}


def _device(subject: str) -> str:
    """A window's device by its number; a telephone by a few letters of its random number, to tell two apart."""
    number = subject.removeprefix(DEVICE)
    return f"评价器{number}" if number != subject else f"手机或电脑{subject[:6]}"


def _period(request: SignedIn) -> Period:
    asked = period_of(request.GET, timezone.localdate(), months=1)
    months = asked.months[-_MOST_MONTHS:]
    return Period(months[0], months[-1])

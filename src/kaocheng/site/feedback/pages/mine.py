"""How I was rated (我的评价): sums of ended months, only when there are enough; never who, when, which case.

One month at a time: sums over months that overlap could be taken from one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import measures, tally
from kaocheng.feedback.reasons import words_of
from kaocheng.feedback.records import Origin, Standing
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.feedback.periods import period_of
from kaocheng.site.feedback.services import rules_on


def mine(request: SignedIn) -> HttpResponse:
    """The ratings of whoever is signed in, of one ended month, as sums."""
    today = timezone.localdate()
    month = request.GET.get("month", "")
    period = period_of({"from": month, "to": month}, today, ended=True)
    rules = rules_on(request.user.county, today)
    rows = StoredRating.objects.of(request.user.county).filter(
        rated=request.user.get_username(), origin=Origin.ACTIVE.value, standing=Standing.VALID.value
    )
    own = rows.within(period.first, period.last)
    groups = [(row, times) for _, row, times in own.grouped()]
    enough = sum(times for _, times in groups) >= rules.count("own_least")
    levels = Counter({row.level: times for row, times in groups})
    context = {
        "period": period,
        "enough": enough,
        "least": rules.say("own_least"),
        "levels": [(level.title, levels[level.value]) for level in Level] if enough else [],
        "reasons": _reasons(own.values_list("reasons", flat=True)) if enough else [],
        "shares": [tally(measures()[key], groups) for key in ("good_rate", "satisfied_rate")]
        if enough
        else [],
    }
    return render(request, "feedback/mine.html", context)


def _reasons(listed: Iterable[list[str]]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for keys in listed:
        counts.update(keys)
    return [(words_of([key])[0], times) for key, times in counts.most_common()]

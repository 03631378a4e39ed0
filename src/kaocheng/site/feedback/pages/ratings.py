"""The ratings (评价查询): the list with filters, and one rating with all that happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.reasons import words_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.paging import Page, page_of
from kaocheng.site.feedback.faces import face_of
from kaocheng.site.feedback.forms import RatingFilter
from kaocheng.site.feedback.models import StoredBadRating, StoredRating
from kaocheng.site.feedback.models.ratings import RatingQuerySet
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.reach import DESK

NO_RATING = "没有这条评价，或者您不能打开它。"
_BAD = [level.value for level in Level if level.bad]
_HAPPENED = {
    "rating.invited": "发出评价邀请",
    "rating.pushed": "再次推送",
    "rating.rated": "作出评价",
    "rating.default_withdrawn": "默认评价撤回",
    "rating.expired": "邀请过期",
    "bad_rating.opened": "生成差评工单",
    "bad_rating.strike": "复核剔除",
    "bad_rating.uphold": "复核有效",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A rating in a list (列表行)."""

    rating: StoredRating
    level: Level
    channel: str
    reasons: tuple[str, ...]
    window: str
    unit: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something in the life of a rating (经过)."""

    title: str
    at: datetime


def ratings(request: SignedIn) -> HttpResponse:
    """The ratings this account may see, newest first."""
    form = RatingFilter(request.GET)
    form.is_valid()
    seen = StoredRating.objects.visible_to(request.user)
    found = _narrowed(seen, form.cleaned_data)
    page = page_of(found, request, by=("-rated_at", "-id"))
    context = {"form": form, "page": page, "rows": rows_of(request.user.county, page)}
    return render(request, "feedback/ratings.html", context)


def rating(request: SignedIn, number: str) -> HttpResponse:
    """One rating: what was said, and what happened to it."""
    seen = StoredRating.objects.visible_to(request.user).select_related("invitation")
    row: StoredRating | None = seen.filter(number=number).first()
    if row is None:
        raise Http404(NO_RATING)
    stream = f"rating/{row.invitation.number}"
    events = StoredEvent.objects.filter(
        county=row.county, stream=stream, kind__in=_HAPPENED
    ).order_by("serial")
    context = {
        "row": row,
        "face": face_of(Level(row.level)),
        "channel": RatingChannel(row.channel).title,
        "reasons": words_of(row.reasons),
        "window": names_of("window", row.county, [row.window]).get(row.window, ""),
        "unit": names_of("unit", row.county, [row.unit]).get(row.unit, ""),
        "item": names_of("item", row.county, [row.item]).get(row.item, ""),
        "happened": [Happened(_HAPPENED[event.kind], event.at) for event in events],
        "ticket": StoredBadRating.objects.of(row.county).filter(rating=row).first(),
        "may_handle": bool(request.user.roles & DESK),
    }
    return render(request, "feedback/rating.html", context)


def rows_of(county: str, page: Page[StoredRating]) -> list[Row]:
    """The ratings of a page with the names of their numbers."""
    windows = names_of("window", county, {row.window for row in page})
    units = names_of("unit", county, {row.unit for row in page})
    return [
        Row(
            row,
            Level(row.level),
            RatingChannel(row.channel).title,
            words_of(row.reasons),
            windows.get(row.window, ""),
            units.get(row.unit, ""),
        )
        for row in page
    ]


def _narrowed(seen: RatingQuerySet, asked: dict[str, str]) -> RatingQuerySet:
    level = asked.get("level", "")
    found = seen.filter(level__in=_BAD if level == "bad" else [level]) if level else seen
    for field in ("origin", "standing", "channel", "window"):
        if value := asked.get(field, "").strip():
            found = found.filter(**{field: value})
    if words := asked.get("words", "").strip():
        found = found.filter(Q(number=words) | Q(case=words))
    return found

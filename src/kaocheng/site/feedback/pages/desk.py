"""The desk of bad ratings (差评办理): how many wait and are late, the list, the ledger as a file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.feedback.deadlines import Deadline, deadline, is_late, pressing
from kaocheng.feedback.levels import Level
from kaocheng.feedback.reasons import words_of
from kaocheng.feedback.records import ClockKey, TicketState
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.base.sending import CSV, attached
from kaocheng.site.feedback.forms import TicketFilter
from kaocheng.site.feedback.models import StoredBadRating
from kaocheng.site.feedback.models.tickets import BadRatingQuerySet
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.law.services import calendar_in_force

_HEAD = (
    "评价编号", "办件编号", "部门编码", "窗口编号", "等级", "原因", "实名", "状态", "负责人", "生成时间",
    "终结时间", "整改反馈时限", "联系上次数", "未联系上次数", "申诉过", "延期过",
)  # fmt: skip
_LEDGER = 5000


@dataclass(frozen=True, slots=True)
class Row:
    """A bad rating in the list (列表行): its clock that presses, and the names of its numbers."""

    ticket: StoredBadRating
    level: Level
    reasons: tuple[str, ...]
    clock: Deadline | None
    window: str
    unit: str
    handler: str


@dataclass(frozen=True, slots=True)
class Load:
    """What waits (待办概况): how many are open, unclaimed, late, under review, asking for time."""

    open: int
    unclaimed: int
    late: frozenset[int]
    review: int
    asking: int


def desk(request: SignedIn) -> HttpResponse:
    """The bad ratings this account deals with or watches over."""
    at, calendar = timezone.now(), calendar_in_force()
    seen = StoredBadRating.objects.visible_to(request.user)
    load = load_of(seen, calendar, at)
    form = TicketFilter(request.GET or None, initial={"state": "open"})
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {"state": "open"}
    found = narrowed(seen, asked, request.user.get_username(), load)
    page = page_of(found.select_related("rating"), request, by=("opened_at", "id"), size=30)
    rows = rows_of(request.user.county, page.rows, calendar, at)
    context = {"form": form, "page": page, "rows": rows, "load": load, "late": len(load.late)}
    return render(request, "feedback/desk.html", context)


def ledger(request: SignedIn) -> HttpResponse:
    """The ledger of bad ratings (差评台账) as a table, newest first, at most five thousand."""
    at, calendar = timezone.now(), calendar_in_force()
    rows = StoredBadRating.objects.visible_to(request.user).select_related("rating")
    response = attached(HttpResponse(content_type=CSV), "bad-ratings.csv")
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(_HEAD)
    for row in rows.order_by("-opened_at", "-id")[:_LEDGER]:
        writer.writerow(_cells(row, calendar, at))
    return response


def load_of(seen: BadRatingQuerySet, calendar: WorkCalendar, at: datetime) -> Load:
    """Counted over all that are open; lateness is read from the clocks, nothing of it is stored."""
    waiting = list(seen.open())
    states = Counter(row.state for row in waiting)
    late = frozenset(row.pk for row in waiting if is_late(row.record(), calendar, at))
    return Load(
        open=len(waiting),
        unclaimed=states[TicketState.PENDING.value],
        late=late,
        review=states[TicketState.REVIEW.value],
        asking=sum(row.asked_days is not None for row in waiting),
    )


def narrowed(
    seen: BadRatingQuerySet, asked: dict[str, str], username: str, load: Load
) -> BadRatingQuerySet:
    """What the filter leaves."""
    state = asked.get("state", "")
    found = seen.open() if state == "open" else seen.filter(state=state) if state else seen
    if asked.get("late"):
        found = found.filter(pk__in=load.late)
    if mine := asked.get("mine"):
        found = found.filter(handler=username if mine == "me" else "")
    if words := asked.get("words", "").strip():
        found = found.filter(Q(number=words) | Q(case=words))
    return found


def rows_of(
    county: str, tickets: Iterable[StoredBadRating], calendar: WorkCalendar, at: datetime
) -> list[Row]:
    """The tickets with their clocks and names, asked for once for all."""
    held = list(tickets)
    windows = names_of("window", county, {row.window for row in held})
    units = names_of("unit", county, {row.unit for row in held})
    people = people_of(county, (row.handler for row in held))
    return [
        Row(
            row,
            Level(row.rating.level),
            words_of(row.rating.reasons),
            pressing(row.record(), calendar, at),
            windows.get(row.window, ""),
            units.get(row.unit, ""),
            people.get(row.handler, ""),
        )
        for row in held
    ]


def _cells(row: StoredBadRating, calendar: WorkCalendar, at: datetime) -> Iterator[str]:
    clock = deadline(row.record(), ClockKey.RECTIFY, calendar, at)
    rating = row.rating
    yield from (row.number, row.case, row.unit, row.window, Level(rating.level).title)
    yield "、".join(words_of(rating.reasons))
    yield from (_yes(row.named), row.state, row.handler, _time(row.opened_at), _time(row.closed_at))
    yield clock.text if clock else ""
    yield from (str(row.reached), str(row.missed), _yes(row.appealed), _yes(row.extended))


def _yes(held: bool) -> str:  # noqa: FBT001 a cell of a table
    return "是" if held else "否"


def _time(at: datetime | None) -> str:
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if at else ""

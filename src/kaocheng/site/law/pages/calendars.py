"""The working calendar and the deadline calculator (工作日历, 期限推算), open to the public."""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.kernel.clocks import (
    SHANGHAI,
    Budget,
    Entry,
    Span,
    Turn,
    explain_clock,
    read_clock,
)
from kaocheng.kernel.workdays import Day, WorkCalendar
from kaocheng.site.law.forms import DeadlineForm
from kaocheng.site.law.services import calendar_in_force

_RECENT = 8
_WEEKS = gregorian.Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a grid (月历): weeks from Monday, None outside the month, and how many days work."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    workdays: int


def this_year(request: HttpRequest) -> HttpResponse:
    """The calendar of this year, or of the last one announced."""
    known = calendar_in_force()
    return _year(request, known, min(timezone.localdate().year, known.years[-1]))


def year(request: HttpRequest, year: int) -> HttpResponse:
    """The calendar of a year that is announced."""
    known = calendar_in_force()
    if year not in known.years:
        raise Http404(f"{year}年的放假安排尚未公布或未录入。")
    return _year(request, known, year)


def _year(request: HttpRequest, known: WorkCalendar, shown: int) -> HttpResponse:
    months = tuple(_month(known, shown, number) for number in range(1, 13))
    return render(
        request,
        "law/calendar.html",
        {
            "year": shown,
            "recent": known.years[: -_RECENT - 1 : -1],
            "older": known.years[:-_RECENT][::-1],
            "months": months,
            "workdays": sum(month.workdays for month in months),
            "notices": [notice for notice in known.notices if notice.year == shown],
            "special": tuple(_special(months)),
            "today": timezone.localdate(),
        },
    )


def _month(known: WorkCalendar, year: int, number: int) -> Month:
    weeks = tuple(
        tuple(known.why(day) if day.month == number else None for day in week)
        for week in _WEEKS.monthdatescalendar(year, number)
    )
    return Month(
        number, weeks, sum(day is not None and day.works for week in weeks for day in week)
    )


def _special(months: tuple[Month, ...]) -> Iterator[Day]:
    for month in months:
        for week in month.weeks:
            yield from (day for day in week if day is not None and day.notice)


def deadline(request: HttpRequest) -> HttpResponse:
    """When a period ends that begins on a day, day by day, with the notices that were counted."""
    form = DeadlineForm(request.GET or None, initial={"span": Span.WORKDAY, "amount": 20})
    context: dict[str, object] = {"form": form, "reading": None, "lines": ()}
    if form.is_valid():
        context |= _reckoned(**form.cleaned_data)
    return render(request, "law/deadline.html", context)


def _reckoned(start: date, amount: int, span: str) -> dict[str, object]:
    known = calendar_in_force()
    if not date(known.years[0], 1, 1) <= start <= known.last_day:
        return {"outside": f"起算日要在{known.years[0]}年1月1日至{known.last_day}之间。"}
    begun = datetime.combine(start, time(12), SHANGHAI)
    budget, ledger = Budget(amount, Span(span)), [Entry(Turn.START, begun, "起算")]
    return {
        "budget": budget,
        "reading": read_clock(budget, ledger, known, begun),
        "lines": explain_clock(budget, ledger, known, begun),
    }

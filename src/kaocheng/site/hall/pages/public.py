"""The hall for everybody (大厅公开页): opening hours and queues now, booking, one's own appointment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.hall import services
from kaocheng.site.hall.calendars import days_of, doors_of
from kaocheng.site.hall.codes import outside_address, square_code
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.limits import address_of, too_often_today
from kaocheng.site.hall.models import StoredAppointment, StoredGroup, StoredHall
from kaocheng.site.hall.pages.choosing import read_day, read_moment
from kaocheng.site.hall.queues import Queue, queue_of

_BOOKINGS_A_DAY = 10


def halls(request: HttpRequest) -> HttpResponse:
    """The halls of the county: open or not, how many wait, where to book (大厅与预约)."""
    at = timezone.now()
    told = [_told(hall, at) for hall in StoredHall.objects.filter(county=settings.COUNTY)]
    return render(request, "hall/public/halls.html", {"halls": told})


def booking(request: HttpRequest, number: str) -> HttpResponse:
    """Choose the business to book (选择预约业务)."""
    hall = _hall(number)
    groups = hall.groups.filter(active=True, plans__isnull=False).distinct()
    return render(request, "hall/public/booking.html", {"hall": hall, "groups": groups})


def booking_times(
    request: HttpRequest, number: str, letter: str, refusal: Refusal | None = None
) -> HttpResponse:
    """Choose day and slot (选择日期和时段)."""
    hall, at = _hall(number), timezone.localtime(timezone.now())
    group = _group(hall, letter)
    days = days_of(hall, at.date(), hall.book_ahead_days + 1)
    wanted = read_day(request.GET.get("day", "") or request.POST.get("day", ""))
    open_days = [day.day for day in days if day.spans]
    day = wanted if wanted in open_days else _first_free(hall, letter, open_days, at)
    context = {
        "hall": hall,
        "group": group,
        "days": days,
        "day": day,
        "slots": _slots(hall, letter, day, at) if day else [],
        "items": list(item_names(hall.county, group.items).items()),
        "item": request.POST.get("item", ""),
        "refusal": refusal,
    }
    return render(request, "hall/public/times.html", context, status=409 if refusal else 200)


@require_POST
def book(request: HttpRequest, number: str, letter: str) -> HttpResponseBase:
    """Book the slot (预约)."""
    try:
        row = _book(request, _hall(number), letter)
    except Refusal as refusal:
        return booking_times(request, number, letter, refusal)
    return redirect("hall:booked", row.code)


def _book(request: HttpRequest, hall: StoredHall, letter: str) -> StoredAppointment:
    starts, at = read_moment(request.POST.get("starts_at", "")), timezone.now()
    if starts is None:
        raise Refusal("slot.none", "没有选择时段。", "请点选一个时段。")
    if too_often_today(f"book/{address_of(request)}", _BOOKINGS_A_DAY, at):
        raise Refusal(
            "slot.often", f"同一网络一天最多预约{_BOOKINGS_A_DAY}次。", "请到大厅直接取号。"
        )
    return services.book(
        county=hall.county, hall=hall.number, group=letter, starts_at=starts,
        item=request.POST.get("item", ""), at=at,
    )  # fmt: skip


def booked(request: HttpRequest, code: str) -> HttpResponse:
    """One's own appointment, with the six digits to check in with (我的预约)."""
    row = _appointment(code)
    hall = _hall(row.hall)
    context = {
        "hall": hall,
        "row": row,
        "group": hall.groups.filter(letter=row.group).first(),
        "item": item_names(row.county, [row.item]).get(row.item, "") if row.item else "",
        "code": square_code(outside_address(request, "hall:booked", code)),
    }
    return render(request, "hall/public/booked.html", context)


@require_POST
def cancel(request: HttpRequest, code: str) -> HttpResponseBase:
    """Cancel one's appointment (取消预约)."""
    row = _appointment(code)
    services.cancel_booking(county=row.county, number=row.number, at=timezone.now())
    return redirect("hall:booked", code)


def _told(hall: StoredHall, at: datetime) -> dict[str, Any]:
    queue: Queue = queue_of(hall, at)
    counts = queue.counts()
    groups = hall.groups.filter(active=True)
    return {
        "hall": hall,
        "doors": doors_of(hall, at),
        "days": days_of(hall, local_day(at), 7),
        "groups": [(group, counts.get(group.letter, 0)) for group in groups],
        "windows": len(queue.posts),
        "bookable": groups.filter(plans__isnull=False).exists(),
    }


def _slots(hall: StoredHall, letter: str, day: date, at: datetime) -> list[dict[str, Any]]:
    """The slots of a day with what is left in each; those too near are shown as closed."""
    last = at + timedelta(minutes=hall.book_cutoff)
    return [
        {"slot": slot, "left": max(0, slot.capacity - taken), "late": slot.starts_at < last}
        for slot, taken in services.open_slots(hall, letter, day)
    ]


def _first_free(hall: StoredHall, letter: str, days: list[date], at: datetime) -> date | None:
    for day in days:
        if any(row["left"] and not row["late"] for row in _slots(hall, letter, day, at)):
            return day
    return days[0] if days else None


def _hall(number: str) -> StoredHall:
    found = StoredHall.objects.filter(county=settings.COUNTY, number=number).first()
    if found is None:
        raise Http404("没有这个大厅，请从“大厅与预约”进入。")
    return found


def _group(hall: StoredHall, letter: str) -> StoredGroup:
    found = hall.groups.filter(letter=letter, active=True, plans__isnull=False).first()
    if found is None:
        raise Http404("这类业务不能预约，请到大厅直接取号。")
    return found


def _appointment(code: str) -> StoredAppointment:
    found = StoredAppointment.objects.filter(county=settings.COUNTY, code=code).first()
    if found is None:
        raise Http404("没有这个预约，请核对网址。")
    return found

"""Shifts and staff (排班与人员)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.forms.people import ShiftForm, StaffForm
from kaocheng.site.hall.models import StoredShift, StoredSitting, StoredStaff
from kaocheng.site.hall.pages.choosing import chosen_day, chosen_hall, halls_of
from kaocheng.site.hall.pages.setup.editing import do, edit, hall_or_404, who


def shifts(request: SignedIn) -> HttpResponse:
    """The shifts of a day, and who really sat (排班)."""
    hall = chosen_hall(request)
    if hall is None:
        return render(request, "hall/setup/none.html")
    day = chosen_day(request, timezone.now())
    first = datetime.combine(day, time(), timezone.get_current_timezone())
    last = first + timedelta(days=1)
    rows = StoredShift.objects.filter(
        county=hall.county, window__hall=hall, starts_at__lt=last, ends_at__gt=first
    )
    sittings = StoredSitting.objects.of_day(hall.county, hall.number, day)
    context = {
        "hall": hall,
        "halls": halls_of(request),
        "day": day,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "shifts": rows.select_related("account", "window").order_by("window__number", "starts_at"),
        "sittings": sittings.select_related("account").order_by("window", "since"),
        "now": timezone.now(),
    }
    return render(request, "hall/people/shifts.html", context)


def add_shift(request: SignedIn, number: str) -> HttpResponseBase:
    """Add a shift."""
    hall = hall_or_404(request, number)
    form = ShiftForm(request.POST or None, hall=hall)
    back = f"{reverse('hall:shifts')}?hall={number}"
    return edit(
        request, form, lambda given: services.add_shift(**given, **who(request)), title="加排班",
        back=back, note="同一个人、同一个窗口的时间不能重叠。",
    )  # fmt: skip


@require_POST
def drop_shift(request: SignedIn, shift: int) -> HttpResponse:
    """Take a shift back."""
    return do(
        request, lambda: services.drop_shift(shift=shift, **who(request)), said="已取消排班。",
        back=reverse("hall:shifts"),
    )  # fmt: skip


def staff(request: SignedIn) -> HttpResponse:
    """Who works in the hall, and how employed (大厅人员)."""
    rows = StoredStaff.objects.filter(county=request.user.county).select_related("account")
    rows = rows.order_by("department", "account__display_name")
    return render(request, "hall/people/staff.html", {"staff": rows})


def register_staff(request: SignedIn) -> HttpResponseBase:
    """Register somebody, or change the open registration."""
    form = StaffForm(request.POST or None, county=request.user.county)
    return edit(
        request, form, lambda given: services.register_staff(**given, **who(request)),
        title="登记大厅人员", back=reverse("hall:staff"),
    )  # fmt: skip

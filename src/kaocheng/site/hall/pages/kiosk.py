"""The kiosk (自助取号机): choose the business, take a ticket, check in, queue again after being passed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.rules import priorities
from kaocheng.hall.tickets import TicketState
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.hall import services
from kaocheng.site.hall.codes import outside_address, square_code
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import StoredAppointment, StoredDevice, StoredHall, StoredTicket
from kaocheng.site.hall.models.tickets import TicketQuerySet
from kaocheng.site.hall.pages.access import for_device
from kaocheng.site.hall.queues import queue_of

View = Callable[..., HttpResponseBase]


def _kiosk(view: View) -> View:
    """A page of the kiosk; a refusal is told in large letters, with the way back."""

    @wraps(view)
    def told(request: HttpRequest, device: StoredDevice, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, device, **kwargs)
        except Refusal as refusal:
            context = {"hall": device.hall, "refusal": refusal}
            return render(request, "hall/kiosk/refused.html", context, status=409)

    return for_device("kiosk")(told)


@_kiosk
def kiosk(request: HttpRequest, device: StoredDevice) -> HttpResponse:
    """Choose the business (选择业务)."""
    counts = queue_of(device.hall, timezone.now()).counts()
    groups = [
        (group, counts.get(group.letter, 0)) for group in device.hall.groups.filter(active=True)
    ]
    passed = _passed(device.hall).exists()
    context = {"hall": device.hall, "groups": groups, "passed": passed}
    return render(request, "hall/kiosk/groups.html", context)


@_kiosk
def choose(request: HttpRequest, device: StoredDevice, letter: str) -> HttpResponse:
    """Choose the item, and say whether one has priority (选择事项)."""
    group = device.hall.groups.filter(letter=letter, active=True).first()
    if group is None:
        raise Http404("没有这一类业务，请返回重选。")
    context = {
        "hall": device.hall,
        "group": group,
        "items": list(item_names(device.county, group.items).items()),
        "priorities": list(priorities().values()),
    }
    return render(request, "hall/kiosk/items.html", context)


@require_POST
@_kiosk
def take(request: HttpRequest, device: StoredDevice, letter: str) -> HttpResponseBase:
    """Take the ticket (取号)."""
    ticket = services.take_ticket(
        county=device.county, hall=device.hall.number, group=letter,
        item=request.POST.get("item", ""), priority=request.POST.get("priority", ""),
        by=f"device:{device.number}", at=timezone.now(),
    )  # fmt: skip
    return redirect("hall:slip", ticket.code)


@_kiosk
def slip(request: HttpRequest, device: StoredDevice, code: str) -> HttpResponse:
    """The slip (号票): label, people ahead, expected wait with its sum, code to follow it by."""
    row = StoredTicket.objects.filter(county=device.county, code=code).first()
    if row is None:
        raise Http404("没有这张号票。")
    return render(request, "hall/kiosk/slip.html", slip_context(request, device.hall, row))


@_kiosk
def check_in(request: HttpRequest, device: StoredDevice) -> HttpResponseBase:
    """Check in with the six digits of an appointment (预约签到)."""
    if request.method != "POST":
        return render(request, "hall/kiosk/check_in.html", {"hall": device.hall})
    day, pin = local_day(timezone.now()), request.POST.get("pin", "").strip()
    rows = StoredAppointment.objects.filter(county=device.county, hall=device.hall.number, day=day)
    row = rows.filter(pin=pin).first()
    if row is None:
        raise Refusal(
            "appointment.none", f"今天没有签到码是{pin}的预约。", "请核对六位签到码和日期。"
        )
    ticket = services.check_in(
        county=device.county, number=row.number, by=f"device:{device.number}", role="device",
        at=timezone.now(),
    )  # fmt: skip
    return redirect("hall:slip", ticket.code)


@_kiosk
def rejoin(request: HttpRequest, device: StoredDevice) -> HttpResponseBase:
    """Queue again after being passed over (过号重排)."""
    passed = _passed(device.hall)
    if request.method != "POST":
        context = {"hall": device.hall, "passed": passed.order_by("-since")[:24]}
        return render(request, "hall/kiosk/rejoin.html", context)
    row = passed.filter(label=request.POST.get("label", "")).first()
    if row is None:
        raise Refusal("ticket.none", "这个号没有过号，或者已经重排。", "请看大屏，或问导服人员。")
    services.rejoin(
        county=device.county, number=row.number, by=f"device:{device.number}", role="device",
        at=timezone.now(),
    )  # fmt: skip
    return redirect("hall:slip", row.code)


def slip_context(request: HttpRequest, hall: StoredHall, row: StoredTicket) -> dict[str, Any]:
    """What a slip prints (号票内容)."""
    ticket = row.record()
    return {
        "hall": hall,
        "ticket": ticket,
        "group": hall.groups.filter(letter=row.group).first(),
        "item": item_names(row.county, [row.item]).get(row.item, "") if row.item else "",
        "priority": row.get_priority_display() if row.priority else "",
        "estimate": queue_of(hall, timezone.now()).estimate(ticket),
        "code": square_code(outside_address(request, "hall:follow", row.code)),
    }


def _passed(hall: StoredHall) -> TicketQuerySet:
    today = StoredTicket.objects.of_day(hall.county, hall.number, local_day(timezone.now()))
    return today.filter(state=TicketState.PASSED.value, rejoins__lt=hall.rejoins)

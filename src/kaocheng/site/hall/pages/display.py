"""The display (叫号显示屏): last calls in large letters, polled every few seconds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from kaocheng.kernel.clocks import local_day
from kaocheng.site.hall.boards import board_of
from kaocheng.site.hall.models import StoredDevice
from kaocheng.site.hall.pages.access import for_device
from kaocheng.site.hall.polling import answer
from kaocheng.site.hall.queues import version_of


@for_device("display")
def display(request: HttpRequest, device: StoredDevice) -> HttpResponse:
    """The whole screen; its board is asked for again and again."""
    board = board_of(device.hall, device.zone, timezone.now())
    return render(request, "hall/display/screen.html", {"device": device, "board": board})


@for_device("display")
def board(request: HttpRequest, device: StoredDevice) -> HttpResponse:
    """The board alone, or 304 when no ticket of the hall has moved since."""
    at = timezone.now()
    day = local_day(at)
    tag = f"{day:%Y%m%d}-{version_of(device.county, device.hall.number, day)}-{device.pk}"

    def make() -> str:
        found = board_of(device.hall, device.zone, at)
        return render_to_string("hall/display/board.html", {"board": found})

    return answer(request, tag, make)

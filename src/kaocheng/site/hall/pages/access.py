"""Access of devices (设备准入): a kiosk or display shows its token, held in a cookie of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.hall.limits import address_of, too_often
from kaocheng.site.hall.models import StoredDevice
from kaocheng.site.hall.services import device_of

COOKIE = "hall-device"
_YEARS = 5 * 366 * 86_400
_TRIES = 10
_HOMES = {"kiosk": "hall:kiosk", "display": "hall:display"}
DeviceView = Callable[..., HttpResponseBase]


def for_device(kind: str) -> Callable[[DeviceView], DeviceView]:
    """Only a device of this kind whose token holds may open the page; it is passed as `device`."""

    def wrap(view: DeviceView) -> DeviceView:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            device = device_of(request.COOKIES.get(COOKIE, ""))
            if device is None or device.kind != kind:
                return _stranger(request)
            if too_often(device.digest, device.per_minute, timezone.now()):
                return _too_often(request, device)
            return view(request, device, *args, **kwargs)

        return guarded

    return wrap


def enrol(request: HttpRequest) -> HttpResponseBase:
    """Hand in the token of a device (设备登入): from the address after #, or typed in."""
    if request.method != "POST":
        return render(request, "hall/device/enrol.html", {"wrong": False})
    if too_often(f"enrol/{address_of(request)}", _TRIES, timezone.now()):
        note_refusal(request, "设备令牌尝试过多")
        return render(request, "hall/device/often.html", {"name": "本机"}, status=429)
    token = request.POST.get("token", "").strip()
    device = device_of(token)
    if device is None:
        note_refusal(request, "设备令牌无效")
        return _unknown(render(request, "hall/device/enrol.html", {"wrong": True}, status=401))
    home = redirect(_HOMES[device.kind])
    home.set_cookie(
        COOKIE, token, max_age=_YEARS, httponly=True, samesite="Strict",
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )  # fmt: skip
    return home


def _stranger(request: HttpRequest) -> HttpResponse:
    return _unknown(render(request, "hall/device/refused.html", status=401))


def _unknown(reply: HttpResponse) -> HttpResponse:
    reply["WWW-Authenticate"] = "DeviceToken"
    return reply


def _too_often(request: HttpRequest, device: StoredDevice) -> HttpResponse:
    reply = render(request, "hall/device/often.html", {"name": device.name}, status=429)
    reply["Retry-After"] = "60"
    return reply

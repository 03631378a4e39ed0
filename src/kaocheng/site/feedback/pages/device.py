"""The rating device at a window (窗口评价器): idle, the pushed invitation, thanks; polled, never signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kaocheng.feedback.channels import RatingChannel
from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.feedback.faces import FACES
from kaocheng.site.feedback.models import StoredRatingDevice
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.pages.answering import Answer, answering
from kaocheng.site.feedback.services import device_of
from kaocheng.site.feedback.services.devices import pushed_to
from kaocheng.site.hall.limits import address_of, too_often

COOKIE = "rating-device"
DEVICE = "device:"
"""How a rating names the device it came from, before the device's number."""
SHELL = "feedback/shell_device.html"
_YEARS = 5 * 366 * 86_400
_TRIES = 10
DeviceView = Callable[[HttpRequest, StoredRatingDevice], HttpResponse]


def _for_device(view: DeviceView) -> Callable[[HttpRequest], HttpResponse]:
    """Only a device whose token holds; a stranger is led to the enrolment."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        token = request.COOKIES.get(COOKIE, "")
        device = _known(token) if token else None
        return view(request, device) if device else redirect("feedback:enrol")

    return guarded


def _known(token: str) -> StoredRatingDevice | None:
    return device_of(county=settings.COUNTY, token=token, at=timezone.now())


@_for_device
def device(request: HttpRequest, device: StoredRatingDevice) -> HttpResponse:
    """What the window pushed, to be rated; the idle screen when there is nothing."""
    at = timezone.now()
    invitation = pushed_to(device, at)
    meant = request.POST.get("invitation", "")
    if invitation is None or (request.method == "POST" and meant != invitation.number):
        return _idle(request, device, late=request.method == "POST")
    answer = Answer(
        invitation, RatingChannel.WINDOW_DEVICE, SHELL, reverse("feedback:device"),
        reverse("feedback:device-thanks"), at, f"{DEVICE}{device.number}",
    )  # fmt: skip
    return answering(request, answer)


def _idle(request: HttpRequest, device: StoredRatingDevice, *, late: bool) -> HttpResponse:
    window = names_of("window", device.county, [device.window])[device.window]
    context = {"window": window, "shell": SHELL, "late": late, "device": device, "faces": FACES}
    return render(request, "feedback/device_idle.html", context)


@_for_device
def device_state(request: HttpRequest, device: StoredRatingDevice) -> HttpResponse:
    """Polled: nothing as long as the screen shows the right thing, else where to go."""
    pushed = pushed_to(device, timezone.now())
    if request.GET.get("now", "") == (pushed.number if pushed else ""):
        return HttpResponse(status=204)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = reverse("feedback:device")
    return answer


@_for_device
def device_thanks(request: HttpRequest, device: StoredRatingDevice) -> HttpResponse:
    """Thanks for some seconds, then idle again."""
    context = {"shell": SHELL, "bad": bool(request.GET.get("bad")), "device": device}
    return render(request, "feedback/device_thanks.html", context)


@never_cache
def enrol(request: HttpRequest) -> HttpResponse:
    """Hand in the token of a device: from the address after #, or typed in."""
    if request.method != "POST":
        return render(request, "feedback/device_enrol.html", {"wrong": ""})
    token = request.POST.get("token", "").strip()
    if too_often(f"rating-enrol/{address_of(request)}", _TRIES, timezone.now()):
        return _wrong(request, "一分钟内试得太多，请稍后再试。", 429)
    if not token or _known(token) is None:
        return _wrong(request, "令牌不对，可能输错，或者已经停用。请大厅主管重新发放。", 400)
    home = redirect("feedback:device")
    home.set_cookie(
        COOKIE, token, max_age=_YEARS, httponly=True, samesite="Strict",
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )  # fmt: skip
    return home


def _wrong(request: HttpRequest, said: str, status: int) -> HttpResponse:
    note_refusal(request, f"窗口评价器登入：{said}")
    return render(request, "feedback/device_enrol.html", {"wrong": said}, status=status)

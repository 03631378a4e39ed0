"""The register of rating devices (窗口评价器): which window has one, issuing and taking back its token."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.feedback.forms import DeviceForm
from kaocheng.site.feedback.models import StoredRatingDevice
from kaocheng.site.feedback.naming import names_of
from kaocheng.site.feedback.services import register_device, revoke_device
from kaocheng.site.hall.codes import square_code
from kaocheng.site.hall.models import StoredWindow

KEEPERS = frozenset({Role.HALL_SUPERVISOR, Role.SYSTEM_MANAGER})
"""Who hands out devices."""


@never_cache
def devices(request: SignedIn) -> HttpResponse:
    """All devices; a new one is bound to a window and its token shown this once."""
    windows = StoredWindow.objects.filter(county=request.user.county).order_by("number")
    form = DeviceForm([(w.number, str(w)) for w in windows], request.POST or None)
    issued: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        issued = _issue(request, form)
    rows = list(StoredRatingDevice.objects.filter(county=request.user.county))
    names = names_of("window", request.user.county, {row.window for row in rows})
    context = {
        "form": form,
        "rows": [(row, names.get(row.window, "")) for row in rows],
        "issued": issued,
    }
    return render(request, "feedback/devices.html", context)


@require_POST
def revoke(request: SignedIn, number: str) -> HttpResponse:
    """Take a device's token back."""
    revoke_device(
        county=request.user.county, number=number, by=request.user, role=_role(request),
        at=timezone.now(),
    )  # fmt: skip
    messages.success(request, f"评价器{number}已停用。")
    return redirect("feedback:devices")


def _issue(request: SignedIn, form: DeviceForm) -> dict[str, str]:
    """The token and the address that carries it; nothing when it was refused."""
    try:
        row, token = register_device(
            county=request.user.county, number=form.cleaned_data["number"],
            window=form.cleaned_data["window"], by=request.user, role=_role(request),
            at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return {}
    address = request.build_absolute_uri(f"{reverse('feedback:enrol')}#{token}")
    return {"number": row.number, "token": token, "address": address, "code": square_code(address)}


def _role(request: SignedIn) -> str:
    return next(role for role in Role if role in request.user.roles & KEEPERS)

"""Devices of the hall (大厅设备): register, issue a token, take it back."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kaocheng.site.accounts.naming import people_of
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.codes import square_code
from kaocheng.site.hall.forms.people import DeviceForm
from kaocheng.site.hall.models import StoredDevice
from kaocheng.site.hall.pages.choosing import chosen_hall
from kaocheng.site.hall.pages.setup.editing import do, edit, hall_or_404, who


def devices(request: SignedIn) -> HttpResponse:
    """All devices with the state of their tokens."""
    rows = StoredDevice.objects.filter(county=request.user.county).select_related("hall", "zone")
    names = people_of(request.user.county, (row.issued_by for row in rows))
    devices = [(row, names.get(row.issued_by, "")) for row in rows]
    context = {"devices": devices, "hall": chosen_hall(request)}
    return render(request, "hall/devices/list.html", context)


def edit_device(request: SignedIn, number: str) -> HttpResponseBase:
    """Enter a device in the register of a hall, or change the one with the number given."""
    hall = hall_or_404(request, number)
    form = DeviceForm(request.POST or None, hall=hall, initial={"per_minute": 120})
    return edit(
        request, form,
        lambda given: services.register_device(hall=hall.number, **given, **who(request)),
        title="登记设备", back=reverse("hall:devices"),
    )  # fmt: skip


@require_POST
def issue(request: SignedIn, number: str) -> HttpResponse:
    """Issue a token and show it, this once."""
    row = _device(request, number)
    token = services.issue_token(number=number, **who(request))
    address = f"{request.build_absolute_uri(reverse('hall:enrol'))}#{token}"
    context = {"row": row, "token": token, "address": address, "code": square_code(address)}
    reply = render(request, "hall/devices/token.html", context)
    reply["Cache-Control"] = "no-store"
    return reply


@require_POST
def revoke(request: SignedIn, number: str) -> HttpResponse:
    """Take the token back."""
    row = _device(request, number)
    return do(
        request, lambda: services.revoke_token(number=number, **who(request)),
        said=f"已收回{row.name}的令牌。", back=reverse("hall:devices"),
    )  # fmt: skip


def _device(request: SignedIn, number: str) -> StoredDevice:
    found = StoredDevice.objects.filter(county=request.user.county, number=number).first()
    if found is None:
        raise Http404("没有这台设备，或者它不在您的县区。")
    return found

"""Tracking (进度查询): number and code of the receipt open the progress, nothing personal."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode

from kaocheng.site.base.noticing import note_refusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.portal.asking import asked_of
from kaocheng.site.portal.forms import TrackForm
from kaocheng.site.portal.pages.mine import shown

_WHY = "没有这样的办件，或者查询码不对。请核对收件凭据上的办件编号和查询码。"


def track(request: HttpRequest) -> HttpResponse:
    """The progress of one case for whoever holds its receipt."""
    form = TrackForm(request.GET or None)
    if not form.is_bound or not form.is_valid():
        return render(request, "portal/track.html", {"form": form})
    row = _found(form.cleaned_data["number"].strip(), form.cleaned_data["code"].strip())
    if row is None:
        note_refusal(request, f"进度查询：办件 {form.cleaned_data['number']}")
        form.add_error(None, _WHY)
        return render(request, "portal/track.html", {"form": form}, status=404)
    context = shown(row, row.record()) | {"rating": asked_of(request, row, timezone.now())}
    response = render(request, "portal/tracked.html", context)
    response["Cache-Control"] = "no-store"
    return response


def by_code(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """What the square code of a receipt leads to."""
    return redirect(f"{reverse('portal:track')}?{urlencode({'number': number, 'code': code})}")


def _found(number: str, code: str) -> StoredCase | None:
    row = StoredCase.objects.filter(county=settings.COUNTY, number=number).first()
    if row is None or not constant_time_compare(row.code, code.upper()):
        return None
    return row

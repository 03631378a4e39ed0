"""The seals (封存): the list to be noted outside the system, and sealing by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.models import StoredEvent, StoredSeal
from kaocheng.site.audit.services import seal_events
from kaocheng.site.base.paging import page_of


def seals(request: SignedIn) -> HttpResponse:
    """Every seal, the last one first, and how much is not sealed yet."""
    county = request.user.county
    page = page_of(StoredSeal.objects.filter(county=county), request, by=("-number", "-id"))
    last = StoredSeal.objects.filter(county=county).order_by("-number").first()
    waiting = StoredEvent.objects.filter(county=county, id__gt=last.high if last else 0)
    return render(
        request, "audit/seals.html", {"page": page, "last": last, "waiting": waiting.count()}
    )


@require_POST
def seal(request: SignedIn) -> HttpResponse:
    """Seal what is not sealed yet."""
    try:
        made = seal_events(county=request.user.county, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("audit:seals")
    if made:
        messages.success(request, f"已封存：{made.number}:{made.digest}。请抄存在本系统以外。")
    else:
        messages.info(request, "没有新的事件，不用封存。")
    return redirect("audit:seals")

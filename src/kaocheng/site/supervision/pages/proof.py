"""The cases behind a figure (数据依据): the whole, or only the part that is counted."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.base.paging import page_of
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.names import state_badge
from kaocheng.site.supervision.forms import PeriodForm
from kaocheng.site.supervision.proofs import PROOFS


def proof(request: SignedIn, key: str) -> HttpResponse:
    """One figure of the board."""
    told = PROOFS.get(key)
    if told is None:
        raise Http404("没有这项数据。")
    period = PeriodForm(request.GET or None).period(timezone.localdate())
    found = told.whole(StoredCase.objects.visible_to(request.user), period)
    only_part = told.part is not None and request.GET.get("part") == "1"
    if told.part is not None and only_part:
        found = found.filter(told.part)
    page = page_of(found.defer("facts"), request, by=told.order(found))
    context = {
        "key": key,
        "told": told,
        "period": period,
        "dated": key != "open",
        "only_part": only_part,
        "page": page,
        "rows": [(row, state_badge(row.state)) for row in page],
        "saveable": request.get_full_path(),
    }
    return render(request, "supervision/proof.html", context)

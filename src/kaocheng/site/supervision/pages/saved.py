"""Saved statistics (保存的统计): kept from the page they were seen on, forgotten with one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.supervision.services import drop_statistic, save_statistic


@require_POST
def save(request: SignedIn) -> HttpResponse:
    """Keep a page with its filter, and go back to it."""
    try:
        row = save_statistic(
            account=request.user, name=request.POST.get("name", ""),
            address=request.POST.get("address", ""), at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("supervision:board")
    messages.success(request, f"已保存为“{row.name}”，在运行看板上可以找到。")
    return redirect(row.address)


@require_POST
def drop(request: SignedIn, number: int) -> HttpResponse:
    """Forget one."""
    drop_statistic(account=request.user, number=number)
    return redirect("supervision:board")

"""Inviting to rate and archiving (邀请评价、归档): one button each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.showing import moves_for
from kaocheng.site.desk.closing import close_with
from kaocheng.site.desk.pages.shared import seen_case, version_of_case


@require_POST
def closing(request: SignedIn, number: str, key: str) -> HttpResponse:
    """Do it, if it is open to this account now."""
    row = seen_case(request.user, number)
    now = timezone.now()
    able = moves_for(row.record(), version_of_case(row), request.user, now).get(key)
    if able is None:
        raise Refusal(
            "case.move", f"办件 {number} 现在是“{row.state}”，不能办这一步。", "请回到办件页查看。"
        )
    said = close_with(key=key, row=row, by=request.user, role=able.role, at=now)
    messages.success(request, said)
    return redirect("desk:case", number)

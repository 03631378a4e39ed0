"""Archiving and asking for the rating at the window (归档、请评价): one button each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.cases.showing import moves_for
from kaocheng.site.closing.inviting import invite_after, push_at_window, window_of
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


@require_POST
def push(request: SignedIn, number: str) -> HttpResponse:
    """Show the invitation of a case on the device of this person's window, where the applicant stands now."""
    row = seen_case(request.user, number)
    now, window = timezone.now(), window_of(request.user)
    held = invite_after(row=row, at=now)
    if held is None:
        raise Refusal("feedback.early", "这件事还没有结果。", "有了结果自动邀请评价。")
    if not window:
        raise Refusal("feedback.window", "您今天没有窗口。", "请申请人扫凭据上的二维码评价。")
    push_at_window(invitation=held, window=window, by=request.user, at=now)
    messages.success(request, "已显示在窗口评价器上，请申请人自己评价。")
    return redirect("desk:case", number)

"""Lock-out (登录锁定): too many failed attempts, said in a sentence."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kaocheng.site.base.noticing import note_refusal


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """429: what happened, and when one may try again."""
    note_refusal(request, "登录：连续输错密码，已锁定")
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {
        "status": 429,
        "title": "暂时不能登录",
        "said": f"登录名或密码连续输错 {settings.AXES_FAILURE_LIMIT} 次，{minutes} 分钟内不能再试。",
        "remedy": "忘记密码的，工作人员请联系部门管理员，申请人请持有效证件到大厅重置。",
    }
    return render(request, "base/error.html", context, status=429)

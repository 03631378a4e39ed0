"""What happens when somebody signs in (登录时): noted, and old sessions ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.services import note_sign_in


def signed_in(request: HttpRequest, user: Account, **_: Any) -> None:
    """Called by allauth after each sign-in."""
    ended = note_sign_in(account=user, session=request.session.session_key or "", at=timezone.now())
    if ended:
        messages.info(request, f"您在其他设备上较早的 {ended} 个登录已自动退出。")

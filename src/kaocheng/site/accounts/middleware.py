"""Rules for who has signed in (登录后的要求): limits of time, a new password, a second factor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.accounts.requests import SINCE, SignedIn

SEEN, PROVED = "seen", "second-factor"
_NOTED_EVERY = 60
_ALWAYS = frozenset({"account_logout", "display", "health"})
_FOR_PASSWORD = _ALWAYS | {"account_change_password", "account_reauthenticate"}
_SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SignedInRules:
    """Looks at each request of somebody who has signed in, before the page does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do here: see `process_view`."""
        return self.get_response(request)

    def process_view(
        self, request: SignedIn, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """The page of what must be done first, or nothing."""
        if not request.user.is_authenticated:
            return None
        now = timezone.now()
        if _has_expired(request, now):
            logout(request)
            messages.warning(request, "离开时间较长，为保护信息已自动退出，请重新登录。")
            return redirect_to_login(request.get_full_path())
        name = str(request.resolver_match.url_name) if request.resolver_match else ""
        if _must_change_password(request.user, now) and name not in _FOR_PASSWORD:
            messages.warning(request, "请先设置自己的新密码。")
            return redirect("account_change_password")
        if not _may_pass(name) and _lacks_second_factor(request):
            messages.warning(request, "您的岗位要求双重验证，请先绑定。")
            return redirect("mfa_activate_totp")
        return None


def _has_expired(request: HttpRequest, now: datetime) -> bool:
    """Idle too long, or signed in too long ago; a page that refreshes itself is not activity."""
    session, stamp = request.session, int(now.timestamp())
    since, seen = session.get(SINCE, stamp), session.get(SEEN, stamp)
    if (
        stamp - seen > settings.IDLE_LIMIT.total_seconds()
        or stamp - since > settings.SESSION_COOKIE_AGE
    ):
        return True
    background = request.headers.get("X-Background") == "1"
    if SINCE not in session or (not background and stamp - seen >= _NOTED_EVERY):
        session[SINCE], session[SEEN] = since, stamp
    return False


def _must_change_password(account: Account, now: datetime) -> bool:
    if account.must_change_password:
        return True
    changed = account.password_changed_at
    days = settings.PASSWORD_DAYS
    return bool(days and changed and now - changed > timedelta(days=days))


def _may_pass(name: str) -> bool:
    return name in _FOR_PASSWORD or name.startswith("mfa_")


def _lacks_second_factor(request: SignedIn) -> bool:
    """Whether the role asks for a second factor and none is set; asked of the database until one is."""
    if not request.user.roles & set(settings.MFA_ROLES) or request.session.get(PROVED):
        return False
    if Authenticator.objects.filter(user=request.user, type__in=_SECOND).exists():
        request.session[PROVED] = True
        return False
    return True

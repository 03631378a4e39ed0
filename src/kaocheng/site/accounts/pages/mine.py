"""My account (我的账号): who I am here, my posts, my keys."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kaocheng.site.accounts.requests import SignedIn


def mine(request: SignedIn) -> HttpResponse:
    """What the site knows of my account, and where I change it."""
    account = request.user
    second = Authenticator.objects.filter(user=account).exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    context = {
        "account": account,
        "posts": account.posts.held_on(timezone.localdate()),
        "second_factors": second.count(),
        "sessions": UserSession.objects.filter(user=account).count(),
        "oidc_name": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
    }
    return render(request, "accounts/mine.html", context)

"""Sessions (登录会话): ended from afar, and never more at once than the settings say."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.conf import settings

from kaocheng.site.accounts.models import Account


def end_sessions(*, account: Account, but: str = "") -> int:
    """End all sessions of an account, but for the one of this key; returns how many."""
    sessions = UserSession.objects.filter(user=account).exclude(session_key=but)
    return _end(list(sessions))


def limit_sessions(*, account: Account, but: str) -> int:
    """End the oldest sessions beyond the limit, never that of this key; returns how many."""
    sessions = UserSession.objects.filter(user=account).exclude(session_key=but)
    newest_first = sessions.order_by("-created_at", "-pk")
    return _end(list(newest_first[settings.SESSIONS_MOST - 1 :]))


def _end(sessions: list[UserSession]) -> int:
    for session in sessions:
        session.end()
    return len(sessions)

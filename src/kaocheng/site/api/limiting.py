"""Limits of how often (频次限制): counted for all processes together (see `base.meters`)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from kaocheng.site.base.meters import Meter

_DAY = 86_400
STRANGERS = Meter("api-stranger", 60)
"""Calls without a token, by address."""
FAILURES = Meter("api-failure", 60)
"""Calls with a token that opens nothing, by address."""
CALLERS = Meter("api-caller", 60)
"""Calls with a token, by token."""
TICKETS = Meter("api-ticket", _DAY)
"""Tickets taken online, by applicant."""


def address_of(request: HttpRequest) -> str:
    """The address a request came from (来访地址): behind a proxy, what the nearest proxy has seen."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return str(seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))

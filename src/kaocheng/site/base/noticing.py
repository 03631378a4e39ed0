"""Noticing (留痕): what the lower apps tell the audit, named in the settings, for they stand below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string


def note_refusal(request: HttpRequest, what: str) -> None:
    """Have it logged that this reader was refused (拒绝访问)."""
    user = getattr(request, "user", None)  # none where nobody has asked yet who it is
    account = user if user is not None and user.is_authenticated else None
    _service(settings.REFUSAL_LOG)(account=account, what=what, at=timezone.now())


def note_event(
    *,
    county: str,
    stream: str,
    kind: str,
    facts: Mapping[str, Any],
    actor: Any,
    role: str,
    at: datetime,
) -> None:
    """Append an event in the caller's transaction (记入事件)."""
    _service(settings.EVENT_LOG)(
        county=county, stream=stream, kind=kind, facts=facts, actor=actor, role=role, at=at
    )


@lru_cache(maxsize=4)
def _service(name: str) -> Callable[..., object]:
    found: Callable[..., object] = import_string(name)
    return found

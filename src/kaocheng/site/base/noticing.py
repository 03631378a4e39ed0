"""Noticing (留痕): what the lower apps tell the log, named in the settings, for they do not know it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string


def note_refusal(request: HttpRequest, what: str) -> None:
    """Have it logged that this reader was refused (拒绝访问)."""
    account = request.user if request.user.is_authenticated else None
    _log()(account=account, what=what, at=timezone.now())


@lru_cache(maxsize=1)
def _log() -> Callable[..., object]:
    found: Callable[..., object] = import_string(settings.REFUSAL_LOG)
    return found


def unlogged(**_: object) -> None:
    """What stands in the settings where nothing is to be logged."""

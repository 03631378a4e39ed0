"""What the law does by itself (依法自动): 视为受理 and 视为准予延续, fired in bounded batches."""

from __future__ import annotations

from datetime import datetime

from kaocheng.cases.moves import BY_LAW
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.cases.services.acting import hand
from kaocheng.site.cases.services.moving import move_kept

BATCH = 200
"""How many cases one call moves at most."""


def fire_silent_acceptances(*, county: str, at: datetime, limit: int = BATCH) -> list[str]:
    """Accept by law the cases whose applicants were told nothing in time (视为受理); their numbers.

    A case that somebody moved meanwhile is left alone. Call again while a full batch comes back.
    """
    waiting = StoredCase.objects.of(county).silent_since(local_day(at))
    return _fire(county, waiting, "deem_accepted", at, limit)


def fire_renewals(*, county: str, at: datetime, limit: int = BATCH) -> list[str]:
    """Renew by law the licences that expired while the renewal was not decided (视为准予延续)."""
    waiting = StoredCase.objects.of(county).renewals_expired(local_day(at))
    return _fire(county, waiting, "deem_renewed", at, limit)


def _fire(county: str, waiting: CaseQuerySet, move: str, at: datetime, limit: int) -> list[str]:
    acting, moved = hand(None, BY_LAW, at), []
    for number in list(waiting.values_list("number", flat=True)[:limit]):
        try:
            move_kept(county, number, move, {}, acting=acting)
        except Refusal:
            continue
        moved.append(number)
    return moved

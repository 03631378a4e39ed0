"""Invitations that ran out (到期处理): default ratings only where the county has said so, then expiry.

Run from time to time; each call does a bounded batch in short transactions, so that nobody waits long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from kaocheng.feedback.localrules import LocalRules
from kaocheng.feedback.records import Invited, Origin
from kaocheng.kernel.clocks import local_day
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services.localvalues import rules_on
from kaocheng.site.feedback.services.rating import new_rating, store_rating
from kaocheng.site.feedback.services.storing import SYSTEM, tell
from kaocheng.site.feedback.services.tallying import count_invitation

_PORTION = 50
DEFAULT_SUFFIX = "-D"


@dataclass(frozen=True, slots=True)
class Expired:
    """What a batch has done (本批处理): default ratings written, invitations run out, whether more waits."""

    defaults: int
    expired: int
    more: bool


def expire_invitations(*, county: str, at: datetime, limit: int = 500) -> Expired:
    """Write the default ratings that are due and close invitations that ran out, at most `limit` of each."""
    rules = rules_on(county, local_day(at))
    rows = StoredInvitation.objects.of(county)
    seen, defaults = _portions(rows.to_default(at), limit, lambda row: _default(row, rules, at))
    gone, expired = _portions(rows.to_expire(at), limit, lambda row: _expire(row, at))
    return Expired(defaults, expired, more=limit in (seen, gone))


def _portions(
    rows: QuerySet[StoredInvitation], limit: int, act: Callable[[StoredInvitation], int]
) -> tuple[int, int]:
    """How many invitations were gone through, and what the act counted."""
    done = counted = 0
    while done < limit:
        with transaction.atomic():
            locked = rows.select_for_update(skip_locked=True)
            batch = list(locked[: min(_PORTION, limit - done)])
            counted += sum(act(row) for row in batch)
        done += len(batch)
        if not batch:
            break
    return done, counted


def _default(row: StoredInvitation, rules: LocalRules, at: datetime) -> int:
    """The default rating of an invitation whose day has come; nothing where the switch is off by now."""
    StoredInvitation.objects.of(row.county).filter(pk=row.pk).update(default_at=None)
    if not rules.flag("default_rating"):
        return 0
    rating = new_rating(row, f"{row.number}{DEFAULT_SUFFIX}", rules.level("default_level"), at)
    rating.origin = Origin.DEFAULT.value
    facts = {"level": rating.level, "origin": rating.origin, "channel": rating.channel}
    store_rating(rating, Hand(SYSTEM, "", at), facts)
    return 1


def _expire(row: StoredInvitation, at: datetime) -> int:
    StoredInvitation.objects.of(row.county).filter(pk=row.pk).update(state=Invited.EXPIRED.value)
    count_invitation(row, Invited.EXPIRED.value, row.state)
    tell(row.county, row.number, "rating.expired", Hand(SYSTEM, "", at), {})
    return 1

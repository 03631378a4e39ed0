"""What other apps ask of feedback (评价情况): how a case was rated, and what is still to be rated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.records import Invited, Origin, Standing
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.feedback.models import StoredInvitation, StoredRating


@dataclass(frozen=True, slots=True)
class CaseRating:
    """How one service of a case was rated (办件评价情况).

    `level` and `origin` are None for whoever may not see them: above all for the person rated.
    """

    number: str
    service: str
    channel: RatingChannel
    state: Invited
    invited_at: datetime
    level: Level | None = None
    origin: Origin | None = None


def for_case(*, county: str, case: str, account: Account | None = None) -> tuple[CaseRating, ...]:
    """Every service of a case that was to be rated; the level only for those who may see it.

    Those are who may see the rating, and the applicant who gave it.
    """
    invitations = StoredInvitation.objects.of(county).filter(case=case).order_by("invited_at", "id")
    return tuple(_told(row, account) for row in invitations.prefetch_related("ratings"))


def open_invitations(*, county: str, case: str, at: datetime) -> tuple[StoredInvitation, ...]:
    """What may still be rated of a case, for a page to link to (待评价)."""
    rows = StoredInvitation.objects.of(county).filter(case=case).open_at(at)
    return tuple(rows.order_by("invited_at", "id"))


def _told(row: StoredInvitation, account: Account | None) -> CaseRating:
    rating = _standing(row)
    shown = rating is not None and account is not None and _may_see(row, account)
    return CaseRating(
        row.number,
        row.service,
        RatingChannel(row.channel),
        Invited(row.state),
        row.invited_at,
        Level(rating.level) if rating and shown else None,
        Origin(rating.origin) if rating and shown else None,
    )


def _standing(row: StoredInvitation) -> StoredRating | None:
    """The active rating, or the default one while there is no other."""
    ratings = [one for one in row.ratings.all() if one.standing != Standing.WITHDRAWN]
    return min(ratings, key=lambda one: one.origin != Origin.ACTIVE, default=None)


def _may_see(row: StoredInvitation, account: Account) -> bool:
    if row.rated == account.get_username():
        return False
    if StoredRating.objects.visible_to(account).filter(invitation=row).exists():
        return True
    own = StoredApplicant.objects.of(row.county).filter(number=row.rater, account=account)
    if not row.rater or not own.exists():
        return False
    return not own.claimed().exists() or _sees_case(account, row.case)


def _sees_case(account: Account, case: str) -> bool:
    """Cases stand above this app and are known here by number alone (`CASE_ROWS`)."""
    cases: Any = import_string(settings.CASE_ROWS).objects
    return bool(cases.visible_to(account).filter(number=case).exists())

"""What follows a closed case (办结之后): the invitation to rate, the archive; with the move that notes it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kaocheng.cases.states import Channel
from kaocheng.feedback.channels import RatingChannel
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move
from kaocheng.site.catalogue.services import pinned_version
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services import invite_rating
from kaocheng.site.papers.models import StoredArchive
from kaocheng.site.papers.services import seal_archive

_BY_CHANNEL = {
    Channel.WINDOW: RatingChannel.WINDOW_DEVICE,
    Channel.ONLINE: RatingChannel.ONLINE,
    Channel.MOBILE: RatingChannel.ONLINE,
    Channel.KIOSK: RatingChannel.KIOSK,
}


@transaction.atomic
def invite(*, row: StoredCase, by: Account, role: Role, at: datetime) -> StoredInvitation:
    """Invite the applicant to rate through the channel the case came by, and note it in the case."""
    invitation = invite_rating(
        county=row.county,
        case=row.number,
        service=row.state,
        channel=_BY_CHANNEL.get(Channel(row.channel), RatingChannel.QR_CODE),
        window=_window(by, row),
        rated=_served_by(row) or by,
        by=by,
        role=role,
        unit=row.unit,
        item=row.item,
        subject=row.item_name,
        rater=row.applicant,
        closed_at=row.closed_at or row.ended_at or at,
        at=at,
    )
    if not row.record().rating:
        noted = {"rating": invitation.number}
        _move(row=row, move="invite_rating", given=noted, by=by, role=role, at=at)
    return invitation


@transaction.atomic
def archive(*, row: StoredCase, by: Account, role: Role, at: datetime) -> StoredArchive:
    """Seal the archive of a case that is over, and note its number and hash in the case."""
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    sealed = seal_archive(case=row.record(), version=version, by=by, role=role, at=at)
    noted = {"archive": sealed.number, "digest": sealed.digest}
    _move(row=row, move="archive", given=noted, by=by, role=role, at=at)
    return sealed


def _move(
    *, row: StoredCase, move: str, given: dict[str, str], by: Account, role: Role, at: datetime
) -> None:
    make_move(
        county=row.county, number=row.number, move=move, given=given, by=by, role=role, at=at,
        expected_serial=row.serial,
    )  # fmt: skip


def _served_by(row: StoredCase) -> Account | None:
    """Who took the case in: the face the applicant knows."""
    return Account.objects.filter(username=row.accepted_by).first() if row.accepted_by else None


def _window(by: Account, row: StoredCase) -> str:
    """The window the person who invites sits at today, else the one that took the case in."""
    held = by.posts.held_on(row.moved_at.date()).exclude(window="").values_list("window", flat=True)
    return next(iter(held), row.window)


def _invited(row: StoredCase, by: Account, role: Role, at: datetime) -> str:
    return f"已发出评价邀请 {invite(row=row, by=by, role=role, at=at).number}。"


def _archived(row: StoredCase, by: Account, role: Role, at: datetime) -> str:
    return f"已归档，档号 {archive(row=row, by=by, role=role, at=at).number}。"


CLOSING = {"invite_rating": _invited, "archive": _archived}
"""The moves that other services make, by their key; each says in words what it gave."""


def close_with(*, key: str, row: StoredCase, by: Account, role: Role, at: datetime) -> str:
    """Do one of them; what it gave, in words."""
    if key not in CLOSING:
        raise Refusal("case.move", "没有这个动作。", "请从办件页所列的动作中选择。")
    return CLOSING[key](row, by, role, at)

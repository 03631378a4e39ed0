"""Inviting to rate (邀请评价): once an occasion of a case, pushed again as long as it is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.records import Invited
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.feedback.models import StoredInvitation
from kaocheng.site.feedback.services.localvalues import rules_on
from kaocheng.site.feedback.services.storing import SYSTEM, month_of, new_number, tell
from kaocheng.site.feedback.services.tallying import count_invitation
from kaocheng.site.feedback.services.tokens import new_nonce


@dataclass(frozen=True, slots=True)
class _Served:
    """What was done and by whom (服务情况)."""

    service: str
    occasion: str
    window: str
    unit: str
    item: str
    subject: str
    rated: str
    rater: str
    closed_at: datetime


def invite_rating(
    *,
    county: str,
    case: str,
    service: str,
    channel: RatingChannel | str,
    at: datetime,
    window: str = "",
    rated: Account | None = None,
    by: Account | None = None,
    role: str = "",
    unit: str = "",
    item: str = "",
    subject: str = "",
    rater: str = "",
    closed_at: datetime | None = None,
) -> StoredInvitation:
    """Invite whoever was served to rate this service of a case; the same again is pushed anew.

    `case` may be a ticket's number where no case was opened. `service` is the step (受理, 出件, 咨询 …);
    `rated` who served; `rater` the applicant's number when it is known; `subject` what the rater is shown.
    Refuses when the occasion has been rated or its invitation has run out.
    """
    through = RatingChannel(channel)
    if not case.strip() or not service.strip():
        raise Refusal("feedback.case", "没有写明评价哪个办件、哪个环节。", "请先登记办件或取号。")
    served = _Served(
        service,
        through.occasion(service),
        window,
        unit or (rated.unit if rated else ""),
        item,
        subject,
        rated.get_username() if rated else "",
        rater,
        closed_at or at,
    )
    return _invite(county, case, through, served, Hand(by or SYSTEM, role, at))


def push_rating(
    *, invitation: StoredInvitation, window: str, by: Account, at: datetime, role: str = ""
) -> StoredInvitation:
    """Show an invitation on the device of a window (推送到评价器), which is where its rater stands now."""
    with transaction.atomic():
        rows = StoredInvitation.objects.select_for_update().of(invitation.county)
        row = rows.get(pk=invitation.pk)
        return _push_again(row, RatingChannel.WINDOW_DEVICE, window, Hand(by, role, at))


def _invite(
    county: str, case: str, channel: RatingChannel, served: _Served, hand: Hand
) -> StoredInvitation:
    with transaction.atomic():
        rows = StoredInvitation.objects.select_for_update().of(county)
        found = rows.filter(case=case, occasion=served.occasion).first()
        if found is not None:
            return _push_again(found, channel, served.window, hand)
        return _insert(_new(county, case, channel, served, hand), hand)


def _new(
    county: str, case: str, channel: RatingChannel, served: _Served, hand: Hand
) -> StoredInvitation:
    rules = rules_on(county, local_day(hand.at))
    days = rules.count("default_days") if rules.flag("default_rating") else None
    return StoredInvitation(
        county=county,
        number=new_number(county, hand.at),
        case=case,
        channel=channel.value,
        state=Invited.OPEN.value,
        **{name: getattr(served, name) for name in _Served.__slots__},
        invited_by=hand.name,
        invited_at=hand.at,
        pushed_at=hand.at,
        expires_at=hand.at + timedelta(days=rules.count("token_days")),
        default_at=None if days is None else hand.at + timedelta(days=days),
        month=month_of(hand.at),
        nonce=new_nonce(),
    )


def _insert(row: StoredInvitation, hand: Hand) -> StoredInvitation:
    row.clean_fields()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal(
            "feedback.race", "刚才有人同时发出了这次评价邀请。", "请刷新页面后再看。"
        ) from error
    count_invitation(row, row.state)
    facts = {
        "case": row.case, "service": row.service, "channel": row.channel, "window": row.window,
        "unit": row.unit, "item": row.item, "rated": row.rated, "named": bool(row.rater),
    }  # fmt: skip
    tell(row.county, row.number, "rating.invited", hand, facts)
    return row


def _push_again(
    row: StoredInvitation, channel: RatingChannel, window: str, hand: Hand
) -> StoredInvitation:
    if row.state == Invited.RATED:
        raise Refusal("feedback.rated", "这次服务已经评价过了。", "每次服务只评价一次。")
    if row.state == Invited.EXPIRED or row.expires_at <= hand.at:
        raise Refusal("feedback.expired", "这次服务的评价邀请已经过期。", "可以通过12345反映意见。")
    row.channel, row.pushed_at = channel.value, hand.at
    row.window = window or row.window
    row.save(update_fields=["channel", "pushed_at", "window"])
    tell(
        row.county,
        row.number,
        "rating.pushed",
        hand,
        {"channel": row.channel, "window": row.window},
    )
    return row

"""Rating (评价): by a token, once, after an invitation; a bad one opens a ticket in the same breath."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.reasons import ticked, version
from kaocheng.feedback.records import Invited, Origin, Standing
from kaocheng.feedback.words import Looked, bare_text, look, same_text_key
from kaocheng.kernel.events import Facts
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.feedback.models import StoredInvitation, StoredRating
from kaocheng.site.feedback.services.acted import acted_on
from kaocheng.site.feedback.services.handling import open_bad_rating
from kaocheng.site.feedback.services.standings import set_standing
from kaocheng.site.feedback.services.storing import RATER, month_of, tell
from kaocheng.site.feedback.services.tallying import count_invitation, count_rating
from kaocheng.site.feedback.services.tokens import Token, read_token

_DEVICE = 48


def invited(*, token: str, at: datetime) -> tuple[StoredInvitation, RatingChannel]:
    """The invitation this token opens and the channel it stands for; refused when it cannot be used."""
    told = _genuine(token)
    row = StoredInvitation.objects.of(told.county).filter(nonce=told.nonce).first()
    return _usable(row, at), told.channel


def rate(
    *,
    token: str,
    level: Level | str,
    at: datetime,
    reasons: Iterable[str] = (),
    text: str = "",
    device: str = "",
    account: Account | None = None,
) -> StoredRating:
    """Store the one active rating of an invitation; a default one gives way to it.

    `account` is who is signed in, if anybody: nobody rates himself. Personal data in the text is masked.
    """
    told, chosen = _genuine(token), _level(level)
    looked = look(text)
    keys = ticked(reasons, chosen, told.channel)
    hand = Hand(RATER, "", at)
    with transaction.atomic():
        rows = StoredInvitation.objects.select_for_update().of(told.county)
        row = _usable(rows.filter(nonce=told.nonce).first(), at)
        if account is not None and _concerns(row, account.get_username()):
            raise Refusal("feedback.self", "不能评价自己的服务。", "请由接受服务的人评价。")
        _withdraw_default(row, hand)
        rating = _new(row, told.channel, chosen, at)
        rating.reasons, rating.reasons_version = list(keys), version()
        rating.text, rating.text_key = looked.masked, same_text_key(looked.text)
        rating.text_length = len(bare_text(looked.text))
        rating.device = device[:_DEVICE]
        store_rating(rating, hand, _facts(rating, looked))
        StoredInvitation.objects.of(row.county).filter(pk=row.pk).update(state=Invited.RATED.value)
        count_invitation(row, Invited.RATED.value, row.state)
        if chosen.bad:
            open_bad_rating(rating=rating, at=at)
    return rating


def store_rating(rating: StoredRating, hand: Hand, facts: Facts) -> None:
    """Store a rating with its event; of two for one occasion the second is refused."""
    rating.clean_fields(exclude=["reasons"])
    try:
        with transaction.atomic():
            rating.save(force_insert=True)
    except IntegrityError as error:
        raise _already() from error
    count_rating(rating)
    tell(rating.county, rating.invitation.number, "rating.rated", hand, facts)


def new_rating(row: StoredInvitation, number: str, level: Level, at: datetime) -> StoredRating:
    """A rating of what this invitation speaks of, not yet stored."""
    names = ("county", "case", "service", "occasion", "window", "unit", "item", "rated", "channel")
    return StoredRating(
        **{name: getattr(row, name) for name in names},
        number=number,
        invitation=row,
        level=level.value,
        standing=Standing.VALID.value,
        named=bool(row.rater),
        rated_at=at,
        seconds=int((at - row.closed_at).total_seconds()),
        month=month_of(at),
    )


def _new(row: StoredInvitation, channel: RatingChannel, level: Level, at: datetime) -> StoredRating:
    rating = new_rating(row, row.number, level, at)
    rating.origin, rating.channel = Origin.ACTIVE.value, channel.value
    return rating


def _facts(rating: StoredRating, looked: Looked) -> Facts:
    """What the event tells: no text, only whether there is one and what was masked in it."""
    return {
        "level": rating.level,
        "origin": rating.origin,
        "channel": rating.channel,
        "reasons": list(rating.reasons),
        "reasons_version": rating.reasons_version,
        "text_key": rating.text_key,
        "masked": list(looked.personal),
        "seconds": rating.seconds,
    }


def _withdraw_default(row: StoredInvitation, hand: Hand) -> None:
    defaults = row.ratings.filter(
        county=row.county, origin=Origin.DEFAULT.value, standing=Standing.VALID.value
    )
    for rating in defaults:
        set_standing(rating, Standing.WITHDRAWN)
        tell(row.county, row.number, "rating.default_withdrawn", hand, {})


def _genuine(token: str) -> Token:
    told = read_token(token)
    if told is None:
        raise Refusal(
            "feedback.token",
            "这个评价链接不对，可能没有复制完整。",
            "请重新扫码或点开短信里的链接。",
        )
    return told


def _usable(row: StoredInvitation | None, at: datetime) -> StoredInvitation:
    if row is None:
        raise Refusal("feedback.token", "没有这个评价邀请。", "请重新扫码或点开短信里的链接。")
    if row.state == Invited.RATED:
        raise _already()
    if row.state == Invited.EXPIRED or row.expires_at <= at:
        raise Refusal(
            "feedback.expired", "这个评价邀请已经过期。", "有意见建议，可以拨打12345反映。"
        )
    return row


def _level(level: Level | str) -> Level:
    try:
        return Level(level)
    except ValueError as error:
        raise Refusal("feedback.level", "没有这个评价等级。", "请从五个等级里选一个。") from error


def _already() -> Refusal:
    return Refusal("feedback.rated", "这次服务已经评价过了，谢谢。", "每次服务只评价一次。")


def _concerns(row: StoredInvitation, account: str) -> bool:
    """Whether it is the own work that is rated (被评价人、办过这件的人)."""
    return account in (row.rated, *acted_on(row.county, row.case))

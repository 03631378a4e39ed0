"""Tokens of invitations (评价令牌): unguessable, signed, and telling by which door the rater comes.

A token is county, a letter for the channel, the invitation's random number, and a code made of them with
the site's key. The table holds the random number only, so reading it does not let anybody rate.
"""

from __future__ import annotations

import base64
import re
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from kaocheng.feedback.channels import RatingChannel
from kaocheng.site.feedback.models import StoredInvitation

_BYTES = 16
_SALT = "kaocheng.feedback.invitation"
_SHAPE = re.compile(r"([0-9]{6})([a-z])([0-9A-Za-z_-]{22})([0-9A-Za-z_-]{22})")
_LETTERS = {
    RatingChannel.WINDOW_DEVICE: "w",
    RatingChannel.QR_CODE: "q",
    RatingChannel.KIOSK: "k",
    RatingChannel.ONLINE: "o",
    RatingChannel.SMS_LINK: "s",
}
_CHANNELS = {letter: channel for channel, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Token:
    """What a token that proved genuine says (令牌内容)."""

    county: str
    channel: RatingChannel
    nonce: str


def new_nonce() -> str:
    """128 random bits (随机数)."""
    return _text(secrets.token_bytes(_BYTES))


def token_of(invitation: StoredInvitation, channel: RatingChannel | None = None) -> str:
    """The token of an invitation for one channel (its own where none is named)."""
    by = channel or RatingChannel(invitation.channel)
    head = f"{invitation.county}{_LETTERS[by]}{invitation.nonce}"
    return head + _code(head, settings.SECRET_KEY)


def address_of(invitation: StoredInvitation, channel: RatingChannel | None = None) -> str:
    """The path of the page where this invitation is answered (评价网址)."""
    return reverse("feedback:rate", args=[token_of(invitation, channel)])


def read_token(token: str) -> Token | None:
    """What the token says; None for one that was not made here."""
    if not (found := _SHAPE.fullmatch(token)) or found[2] not in _CHANNELS:
        return None
    head = token[: found.start(4)]
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(constant_time_compare(found[4], _code(head, key)) for key in keys):
        return None
    return Token(found[1], _CHANNELS[found[2]], found[3])


def _code(head: str, key: str | bytes) -> str:
    return _text(salted_hmac(_SALT, head, secret=key, algorithm="sha256").digest()[:_BYTES])


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")

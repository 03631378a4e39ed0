"""Asking the applicant for a rating (请您评价): the link and the square code, wherever he looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.safestring import SafeString

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.records import Invited
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.catalogue.guiding import qr
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.feedback.services import token_of
from kaocheng.site.hall.codes import outside_address


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows: rated already, or where to rate until when (待评价)."""

    rated: bool
    open: bool
    until: datetime
    address: str = ""
    code: SafeString | str = ""


def asked_of(request: HttpRequest, row: StoredCase, at: datetime) -> Asked | None:
    """The invitation of a case as its applicant sees it; None before there is an outcome.

    Who looks before the round has come by is invited now.
    """
    held = invite_after(row=row, at=at)
    if held is None:
        return None
    if held.state != Invited.OPEN or held.expires_at <= at:
        return Asked(rated=held.state == Invited.RATED, open=False, until=held.expires_at)
    scanned = outside_address(request, "feedback:rate", token_of(held, RatingChannel.QR_CODE))
    here = outside_address(request, "feedback:rate", token_of(held, RatingChannel.ONLINE))
    return Asked(rated=False, open=True, until=held.expires_at, address=here, code=qr(scanned))

"""Visits without a case (咨询等未办件的到访): rated like any other, by the number of the ticket.

The hall stands below and names these two in the settings (`VISIT_ENDED`, `VISIT_RATING`).
"""

from __future__ import annotations

from datetime import datetime

from kaocheng.feedback.channels import RatingChannel
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.feedback.services.asking import open_invitations
from kaocheng.site.feedback.services.inviting import invite_rating
from kaocheng.site.feedback.services.tokens import address_of
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import StoredTicket

SERVICE = "窗口服务"


def invite_visitor(*, row: StoredTicket, by: Account, role: str, at: datetime) -> None:
    """Invite the holder of a ticket on the device of its window; the visit ends whether or not that succeeds."""
    names = item_names(row.county, [row.item]) if row.item else {}
    try:
        invite_rating(
            county=row.county, case=row.number, service=SERVICE, subject=names.get(row.item, "咨询"),
            channel=RatingChannel.WINDOW_DEVICE, window=row.window, rated=by, by=by, role=role,
            item=row.item, closed_at=at, at=at,
        )  # fmt: skip
    except Refusal:  # the same visit, ended twice
        return


def rating_address(*, row: StoredTicket, at: datetime) -> str:
    """Where the holder of this ticket rates the visit on the telephone, "" where there is nothing to rate."""
    found = open_invitations(county=row.county, case=row.number, at=at)
    return address_of(found[0], RatingChannel.QR_CODE) if found else ""

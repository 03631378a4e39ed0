"""Taking a case in at the window (窗口接件): applicant, situation, case and materials, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.services import give_consent, receive_applicant
from kaocheng.site.applicants.services.receiving import Seen
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import open_case
from kaocheng.site.hall.services import link_case


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brought to the window (接件内容)."""

    item: str
    person: Mapping[str, str]
    channel: Channel
    window: str = ""
    ticket: str = ""
    situations: Sequence[str] = ()
    received: Sequence[dict[str, Any]] = ()
    extra: Mapping[str, Any] | None = None
    seen: Seen = field(default_factory=Seen)


@transaction.atomic
def take_in(*, brought: Brought, by: Account, at: datetime) -> StoredCase:
    """Register the applicant as the paper says, open the case with its materials, note its ticket."""
    role = Role.WINDOW_CLERK
    applicant = receive_applicant(
        county=by.county, person=brought.person, seen=brought.seen, by=by, role=role, at=at
    )
    give_consent(county=by.county, number=applicant.number, channel="窗口", at=at, by=by)
    row = open_case(
        county=by.county,
        item=brought.item,
        applicant=applicant.number,
        channel=brought.channel,
        window=brought.window,
        ticket=brought.ticket,
        situations=brought.situations,
        received=brought.received,
        by=by,
        role=role,
        at=at,
        **(brought.extra or {}),
    )
    if brought.ticket:
        link_case(
            county=row.county, number=brought.ticket, case=row.number, by=by, role=role, at=at
        )
    return row

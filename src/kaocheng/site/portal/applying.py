"""Applying online (网上申请): the case and its materials, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.materialfiles import keep_files
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case


@transaction.atomic
def apply_online(
    *,
    item: str,
    applicant: StoredApplicant,
    situations: Sequence[str],
    received: Sequence[dict[str, Any]],
    by: Account,
    at: datetime,
) -> StoredCase:
    """Open a case for this applicant with what was uploaded."""
    role = Role.APPLICANT
    row = open_case(
        county=applicant.county,
        item=item,
        applicant=applicant.number,
        channel=Channel.ONLINE,
        situations=situations,
        by=by,
        role=role,
        at=at,
    )
    if received:
        given = {"received": keep_files(received, case=row.number, by=by, at=at)}
        row = make_move(
            county=row.county,
            number=row.number,
            move="receive",
            given=given,
            by=by,
            role=role,
            at=at,
        )
    return row

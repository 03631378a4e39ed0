"""Applying online (网上申请): the case and its materials, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import open_case


def apply_online(
    *,
    item: str,
    applicant: StoredApplicant,
    situations: Sequence[str],
    received: Sequence[dict[str, Any]],
    by: Account,
    at: datetime,
    **more: Any,
) -> StoredCase:
    """Open a case for this applicant with what was uploaded; `more` is what a renewal says, and `again`."""
    return open_case(
        county=applicant.county,
        item=item,
        applicant=applicant.number,
        channel=Channel.ONLINE,
        situations=situations,
        received=received,
        by=by,
        role=Role.APPLICANT,
        at=at,
        **more,
    )

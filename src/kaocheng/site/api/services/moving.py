"""What an applicant does to a case through the API (接口办理)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.api.services.uploads import hand_over, with_files
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move


@transaction.atomic
def move_case(
    *, row: StoredCase, move: str, given: Mapping[str, Any], serial: int, by: Account, at: datetime
) -> StoredCase:
    """Make one of the moves of an applicant, at the serial he has seen, with files sent ahead."""
    facts = dict(given)
    rows = with_files(facts["received"], by) if "received" in facts else []
    if "received" in facts:
        facts["received"] = rows
    moved = make_move(
        county=row.county,
        number=row.number,
        move=move,
        given=facts,
        by=by,
        role=Role.APPLICANT,
        at=at,
        expected_serial=serial,
    )
    hand_over(rows, case=row.number, by=by)
    return moved

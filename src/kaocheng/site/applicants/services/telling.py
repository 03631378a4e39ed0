"""Events of applicants (申请人事件): what happened to a row, never what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.audit.services import append
from kaocheng.site.audit.services.appending import SYSTEM


@dataclass(frozen=True, slots=True)
class Acting:
    """Who does something, in which role, when (经办)."""

    by: Account | None
    role: str
    at: datetime


def tell(row: StoredApplicant, event: str, acting: Acting, **facts: Any) -> None:
    """Append an event to the applicant's stream, inside the caller's transaction."""
    append(
        county=row.county,
        stream=f"applicant/{row.number}",
        kind=event,
        facts=facts,
        actor=acting.by or SYSTEM,
        role=acting.role,
        at=acting.at,
    )

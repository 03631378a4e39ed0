"""Who does something to an item, and the event it leaves (事项事件)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts (经办), in which role, when; `by` is a text where no person does (system)."""

    by: Account | str
    role: str
    at: datetime

    @property
    def name(self) -> str:
        """The account's name."""
        return self.by if isinstance(self.by, str) else self.by.get_username()

    @property
    def unit(self) -> str:
        """The department the account belongs to."""
        return "" if isinstance(self.by, str) else self.by.unit

    @property
    def today(self) -> date:
        """The day in the county."""
        return timezone.localdate(self.at)


def record(county: str, stream: str, kind: str, facts: Facts, doer: Doer) -> None:
    """One event on a stream, inside the caller's transaction."""
    append(
        county=county, stream=stream, kind=kind, facts=dict(facts), actor=doer.by, role=doer.role,
        at=doer.at,
    )  # fmt: skip

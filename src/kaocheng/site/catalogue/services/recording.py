"""Who does something to an item, and the event it leaves (事项事件)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaocheng.site.accounts.hands import Hand
from kaocheng.site.audit.services import append

Facts = Mapping[str, Any]


def record(county: str, stream: str, kind: str, facts: Facts, hand: Hand) -> None:
    """One event on a stream, inside the caller's transaction."""
    append(
        county=county, stream=stream, kind=kind, facts=dict(facts), actor=hand.by, role=hand.role,
        at=hand.at,
    )  # fmt: skip

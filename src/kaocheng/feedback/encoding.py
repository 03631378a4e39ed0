"""A ticket's limits and ledgers as JSON-able values, and back (差评工单编码)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from kaocheng.feedback.records import Allowed, ClockKey, Ledger
from kaocheng.kernel.clocks import Budget, Entry, Span, Turn


def encode_allowed(allowed: Allowed) -> dict[str, Any]:
    """The limits by their names."""
    return asdict(allowed)


def decode_allowed(raw: Mapping[str, Any]) -> Allowed:
    """The limits again."""
    return Allowed(**raw)


def encode_ledgers(ledgers: Iterable[Ledger]) -> list[dict[str, Any]]:
    """Every ledger with its entries in order."""
    return [
        {"clock": one.clock.value, "entries": [_entry(entry) for entry in one.entries]}
        for one in ledgers
    ]


def decode_ledgers(raw: Iterable[Mapping[str, Any]]) -> tuple[Ledger, ...]:
    """The ledgers again."""
    return tuple(
        Ledger(ClockKey(one["clock"]), tuple(_entry_of(entry) for entry in one["entries"]))
        for one in raw
    )


def _entry(entry: Entry) -> dict[str, Any]:
    told = {
        "turn": entry.turn.value,
        "at": entry.at.isoformat(),
        "cause": entry.cause,
        "approver": entry.approver,
        "days": entry.extra.amount if entry.extra else None,
    }
    return {name: value for name, value in told.items() if value not in ("", None)}


def _entry_of(raw: Mapping[str, Any]) -> Entry:
    days = raw.get("days")
    return Entry(
        Turn(raw["turn"]),
        datetime.fromisoformat(raw["at"]),
        raw["cause"],
        approver=raw.get("approver", ""),
        extra=Budget(days, Span.WORKDAY) if days else None,
    )

"""Keeping a row of the hall (入库): checked, saved, and told in one event with what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.audit.services import append


def keep(row: models.Model, stream: str, kind: str, hand: Hand, values: Mapping[str, Any]) -> None:
    """Set the values, check and save the row, and append the event; refuses what is not valid."""
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.full_clean()
    except ValidationError as error:
        raise Refusal("hall.invalid", _said(row, error), "请改正后再保存。") from error
    row.save()
    tell(row.county, stream, kind, hand, values)  # type: ignore[attr-defined]


def tell(county: str, stream: str, kind: str, hand: Hand, facts: Mapping[str, Any]) -> None:
    """Append an event about a thing of the hall (记入事件)."""
    append(
        county=county,
        stream=stream,
        kind=kind,
        facts={name: plain(value) for name, value in facts.items()},
        actor=hand.name,
        role=hand.role,
        at=hand.at,
    )


def plain(value: Any) -> Any:
    """A value as an event may hold it: text, whole number, boolean, list or mapping of them."""
    if isinstance(value, models.Model):
        return str(getattr(value, "number", "") or getattr(value, "letter", "") or value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if value is None or isinstance(value, Decimal):
        return "" if value is None else str(value)
    return value


def _said(row: models.Model, error: ValidationError) -> str:
    told = []
    for name, faults in error.message_dict.items():
        label = "" if name == "__all__" else f"{_label(row, name)}："
        told += [f"{label}{fault}" for fault in faults]
    return "；".join(told)


def _label(row: models.Model, name: str) -> str:
    field = row._meta.get_field(name)  # noqa: SLF001  # Django's own name for it
    return str(getattr(field, "verbose_name", name))

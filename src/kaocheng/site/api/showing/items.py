"""Items as the border tells them (事项)."""

from __future__ import annotations

from typing import Any

from kaocheng.catalogue.records import ItemVersion
from kaocheng.site.api.mapping import field_map
from kaocheng.site.catalogue.models import StoredVersion

_LINE = ("name", "kind", "version", "immediate", "body", "max_visits")


def item_line(row: StoredVersion) -> dict[str, Any]:
    """A row of the list."""
    told = {name: getattr(row, name) for name in _LINE} | {"item": row.number}
    return field_map("item").out(told)


def item_whole(version: ItemVersion) -> dict[str, Any]:
    """Everything an implementing list says to a citizen."""
    return {
        **field_map("item").out(own_values(version)),
        "materials": [field_map("material").of(material) for material in version.materials],
        "situations": [
            {
                "situation": one.key,
                "question": one.question,
                "answer": one.answer,
                "materials": list(one.materials),
                "when": list(one.when),
            }
            for one in version.situations
        ],
        "fees": [
            {
                "fee_name": fee.name,
                "fee_amount": None if fee.amount is None else str(fee.amount),
                "fee_basis": fee.basis,
            }
            for fee in version.fees
        ],
        "results": [{"result_type": one.kind, "result_name": one.name} for one in version.results],
        "codes": [{"system": system, "code": code} for system, code in version.codes],
        "elements": [{"element": key, "content": text} for key, text in version.elements],
    }


def own_values(version: ItemVersion) -> dict[str, Any]:
    """A version flat, its limits by amount and unit."""
    limits = version.limits
    flat = {
        name: getattr(version, name)
        for name in ItemVersion.__slots__
        if isinstance(getattr(version, name), str | int | tuple) or name.startswith("valid_")
    }
    return flat | {
        "promised_amount": limits.promised.amount,
        "promised_unit": limits.promised.span,
        "promised_note": limits.promised_note,
        "statutory_amount": limits.statutory.amount if limits.statutory else None,
        "statutory_unit": limits.statutory.span if limits.statutory else "",
        "statutory_note": limits.statutory_note,
    }

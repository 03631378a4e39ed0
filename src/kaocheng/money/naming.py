"""The number by which an entry is named in a figure's lineage (凭证号), also where it bears none."""

from __future__ import annotations

from kaocheng.money.records import (
    Adjustment,
    Asset,
    BudgetLine,
    CarryOver,
    Contract,
    Establishment,
    Income,
    LastYear,
    Payment,
    Project,
    Reception,
    Trip,
    Vehicle,
)

Numbered = (
    BudgetLine | Adjustment | Income | Payment | Contract | Reception | Trip | Vehicle | Asset
)
Entry = Numbered | CarryOver | Establishment | LastYear | Project


def entry_number(entry: Entry) -> str:
    """The number for `Figure.records`; made from the record's own fields where it has none."""
    if isinstance(entry, CarryOver):
        kind = "结余" if entry.surplus else "结转"
        return "/".join((f"年初{kind}", entry.office, entry.source, entry.nature, entry.function))
    if isinstance(entry, Establishment):
        return f"编制/{entry.office}/{entry.kind}"
    if isinstance(entry, LastYear):
        return f"上年/{entry.name}"
    return f"项目/{entry.code}" if isinstance(entry, Project) else entry.number

"""References (引用): an office, project, budget line or contract that is named must be there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kaocheng.money.controls.breaches import Breach, Desk
from kaocheng.money.registers import all_registers, entries_of, register


def leading_nowhere(desk: Desk) -> Iterator[Breach]:
    """Entries that name something no register holds."""
    for item in all_registers():
        for column in item.columns:
            if not column.refers:
                continue
            kind, _, name = column.refers.partition(".")
            there = {getattr(record, name) for record in entries_of(desk.year, kind)}
            aside = {getattr(r, column.field) for _, r in desk.aside(item.kind, column.field)}
            strange = (desk.distinct(item.kind, column.field) | aside) - there - {"", None}
            for index, record in desk.judged(item.kind, column.field) if strange else ():
                written = getattr(record, column.field)
                if written not in strange or desk.doubts.about(kind, **{name: written}):
                    continue
                message, remedy = unknown_reference(kind, written, there)
                yield Breach(item.kind, index, column.field, message, remedy)


def unknown_reference(kind: str, written: str, there: set[str]) -> tuple[str, str]:
    """Why a name that no entry of the register bears cannot stand, with the nearest one there is."""
    name = register(kind).name
    near = get_close_matches(written, sorted(there), 1, 0.6)
    hint = f"请核对是不是 {near[0]}；或在“{name}”里补上" if near else f"请核对，或在“{name}”里补上"
    return f"“{name}”里没有这一个", hint

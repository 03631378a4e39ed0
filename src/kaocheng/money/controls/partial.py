"""Rows that are kept out already (未收的行): what else is wrong with what could be read of them.

A clerk who mends a date should not learn only afterwards that the 科目 of the same row is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kaocheng.kernel.registers import Column, Register
from kaocheng.money.controls.breaches import Doubts
from kaocheng.money.controls.codes import unknown_subject
from kaocheng.money.controls.references import unknown_reference
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import entries_of

Told = tuple[Column, str, str, str]
"""The column at fault, what is written there, why it cannot stand, how to mend it."""


class Leftovers:
    """Judges the cells of rows that were kept out; remembers what the registers hold."""

    def __init__(self, year: AccountsYear, doubts: Doubts) -> None:
        self._year, self._doubts = year, doubts
        self._there: dict[str, set[str]] = {}

    def faults(self, item: Register, values: Mapping[str, Any]) -> Iterator[Told]:
        """Unknown 科目 and references that lead nowhere among the values that were read."""
        for column in item.columns:
            written = values.get(column.field)
            for word in written if isinstance(written, tuple) else (written,):
                found = self._fault(column, word) if isinstance(word, str) and word else None
                if found:
                    yield column, word, *found

    def _fault(self, column: Column, word: str) -> tuple[str, str] | None:
        if not column.refers:
            return unknown_subject(column, word, self._year, self._doubts)
        kind, _, name = column.refers.partition(".")
        if word in self._named(column.refers) or self._doubts.about(kind, **{name: word}):
            return None
        return unknown_reference(kind, word, self._named(column.refers))

    def _named(self, refers: str) -> set[str]:
        if refers not in self._there:
            kind, _, name = refers.partition(".")
            self._there[refers] = {getattr(one, name) for one in entries_of(self._year, kind)}
        return self._there[refers]

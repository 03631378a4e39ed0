"""A breach of a control (违反控制), and the state the controls work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import chain
from operator import attrgetter
from typing import Any

from kaocheng.kernel.findings import Severity
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import RECORDS, entries_of


@dataclass(frozen=True, slots=True)
class Breach:
    """One entry that may not be taken as it is: the record by kind and index, its field, why.

    `index` is the position in the year's tuple of that kind, -1 where no single entry is at fault.
    """

    kind: str
    index: int
    field: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


class Doubts:
    """Entries that were kept out (未收的记录): nothing is held against a record that may mean them.

    Each is kept with the values that could be taken; a value that is missing may be anything.
    """

    def __init__(self, kept: Iterable[tuple[str, Mapping[str, Any]]] = ()) -> None:
        self._kept: dict[str, list[Mapping[str, Any]]] = {}
        for kind, values in kept:
            self.add(kind, values)

    def add(self, kind: str, values: Mapping[str, Any]) -> None:
        """One more entry that was kept out."""
        self._kept.setdefault(kind, []).append(values)

    def about(self, kind: str, **wanted: object) -> bool:
        """Whether an entry kept out may be one with these values."""
        return any(
            all(values.get(name, value) == value for name, value in wanted.items())
            for values in self._kept.get(kind, ())
        )


Unread = tuple[Any, frozenset[str]]
"""A row that could not be read whole (未读全的行): what could be read, and the fields that could not."""


@dataclass(slots=True)
class Desk:
    """The year under control (审核台): what earlier controls have kept out counts no more.

    It is still judged by what is not at fault in it. `unread` are rows with cells that could not be
    read; their index goes on behind that of the entries of their kind. `refused` holds the fields at
    fault by kind and index.
    """

    year: AccountsYear
    doubts: Doubts
    unread: Mapping[str, Sequence[Unread]] = field(default_factory=dict)
    refused: dict[str, dict[int, set[str]]] = field(default_factory=dict)

    def accepted(self, kind: str) -> Iterator[tuple[int, Any]]:
        """The entries of a kind that no earlier control has kept out, with their index."""
        listed = enumerate(entries_of(self.year, kind))
        refused = self.refused.get(kind)
        return (pair for pair in listed if pair[0] not in refused) if refused else listed

    def aside(self, kind: str, *needed: str) -> Iterator[tuple[int, Any]]:
        """The entries kept out in which none of these fields is at fault, with their index."""
        every = entries_of(self.year, kind)
        for index, wrong in self.refused.get(kind, {}).items():
            if wrong.isdisjoint(needed) and "" not in wrong:
                yield index, every[index]
        for index, (record, unknown) in enumerate(self.unread.get(kind, ()), len(every)):
            if unknown.isdisjoint(needed):
                yield index, record

    def judged(self, kind: str, *needed: str) -> Iterator[tuple[int, Any]]:
        """The accepted entries, and those kept out that can be judged by these fields."""
        return chain(self.accepted(kind), self.aside(kind, *needed))

    def distinct(self, kind: str, *names: str) -> set[Any]:
        """What stands in these fields of the accepted entries, each once; looked through at one go."""
        if self.refused.get(kind):
            return set(map(attrgetter(*names), (record for _, record in self.accepted(kind))))
        return set(map(attrgetter(*names), entries_of(self.year, kind)))

    def refuse(self, breaches: Iterable[Breach]) -> None:
        """Keep out what has been found at fault; the field at fault may be anything."""
        wrong: dict[tuple[str, int], set[str]] = {}
        for breach in breaches:
            if breach.severity is Severity.ERROR and breach.index >= 0:
                wrong.setdefault((breach.kind, breach.index), set()).add(breach.field)
        for (kind, index), names in wrong.items():
            every = entries_of(self.year, kind)
            if index >= len(every):
                continue  # what could not be read is among the doubts from the beginning
            told = {f.name for f in fields(RECORDS[kind])} - names
            self.doubts.add(kind, {name: getattr(every[index], name) for name in told})
            self.refused.setdefault(kind, {}).setdefault(index, set()).update(names)


def yuan(cents: int) -> str:
    """An amount in 分 as it stands in a sentence: 1,234.50元."""
    sign, size = ("-" if cents < 0 else ""), abs(cents)
    return f"{sign}{size // 100:,}.{size % 100:02d}元"

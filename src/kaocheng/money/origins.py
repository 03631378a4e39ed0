"""Where each record of a year came from (来源位置), so that a breach can be told at its row."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing, Register
from kaocheng.kernel.registers.showing import shown
from kaocheng.money.controls import Breach
from kaocheng.money.controls.breaches import Unread
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import entries_of, register


@dataclass(slots=True)
class Rows:
    """The rows of one kind of record, in the order of the records, over all its lists."""

    lists: list[tuple[str, str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    rows: array[int] = field(default_factory=lambda: array("q"))


class Origins:
    """File, worksheet and row of every record taken."""

    def __init__(self) -> None:
        self._kinds: dict[str, Rows] = {}
        self._unread: dict[str, list[tuple[str, str, int]]] = {}
        self.unread: dict[str, list[Unread]] = {}
        """The rows that could not be read whole, by kind, as the controls take them."""

    def source(self, item: Register, listing: Listing) -> Rows:
        """Begin a list; its records are added to what this returns."""
        rows = self._kinds.setdefault(item.kind, Rows())
        rows.lists.append((listing.file, listing.sheet))
        rows.starts.append(len(rows.rows))
        return rows

    def add(self, source: Rows, row: int) -> None:
        """One record taken from that row."""
        source.rows.append(row)

    def keep(self, item: Register, listing: Listing, row: int, unread: Unread) -> None:
        """One row of which only part could be read."""
        self.unread.setdefault(item.kind, []).append(unread)
        self._unread.setdefault(item.kind, []).append((listing.file, listing.sheet, row))

    def fault(self, year: AccountsYear, breach: Breach) -> Fault:
        """The breach as a fault at its row, with what is written there."""
        item = register(breach.kind)
        column = item.column(breach.field) if breach.field else None
        file, sheet, row, written = item.name, "", 0, ""
        if breach.index >= 0:
            every = entries_of(year, breach.kind)
            behind = breach.index - len(every)
            if behind >= 0:
                file, sheet, row = self._unread[breach.kind][behind]
                record = self.unread[breach.kind][behind][0]
            else:
                file, sheet, row = self._place(breach.kind, breach.index)
                record = every[breach.index]
            written = shown(column, getattr(record, column.field)) if column else ""
        title = column.title if column else ""
        return Fault(
            file, sheet, row, title, written, breach.message, breach.remedy, breach.severity
        )

    def _place(self, kind: str, index: int) -> tuple[str, str, int]:
        rows = self._kinds[kind]
        # an empty list has the same start as the one after it, which is the one meant
        file, sheet = rows.lists[bisect_right(rows.starts, index) - 1]
        return file, sheet, rows.rows[index]

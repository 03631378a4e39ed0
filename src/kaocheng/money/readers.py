"""From lists of rows to the year's records (读入年度账): pure, every fault gathered, none raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kaocheng.editions.codes import dictionary, names_of
from kaocheng.editions.labels import squeezed
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.registers import Column, Listing, Register
from kaocheng.kernel.registers.blocks import Block
from kaocheng.kernel.registers.cells import Code
from kaocheng.kernel.registers.entries import Entry, entries, runs, singly
from kaocheng.kernel.registers.sorting import sorted_out
from kaocheng.money.blocks import records
from kaocheng.money.controls import Doubts, check
from kaocheng.money.controls.breaches import Unread
from kaocheng.money.controls.checking import Control
from kaocheng.money.controls.partial import partly
from kaocheng.money.heading import Heading, heading
from kaocheng.money.origins import Origins
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import RECORDS, all_registers
from kaocheng.money.registers import register as register_of

__all__ = ["Fault", "Reading", "read_year", "reading_of"]

_BLANK: Mapping[str, Mapping[str, Any]] = {"contracts": {"project": ""}}
"""What stands for a column that was left empty where the record has no default."""
_WORDED = frozenset({"last_year", "reasons", "receptions"})
"""What is wrong with these leaves the other figures as they are."""
_CODES = frozenset({"function", "economic", "economics"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gives (读账结果): the year, None where anything is an error, and all faults.

    `legible` is the year as read where it can be drafted all the same, to tell what else it lacks.
    """

    year: AccountsYear | None
    faults: tuple[Fault, ...]
    legible: AccountsYear | None


def read_year(
    head: Mapping[str, Any], listings: Iterable[Listing], further: Sequence[Control] = ()
) -> tuple[AccountsYear | None, tuple[Fault, ...]]:
    """The year written in `year.toml` and the lists beside it, and everything wrong with them.

    The year is None as soon as one fault is an error: nothing is taken in half.
    """
    found = reading_of(head, listings, further)
    return found.year, found.faults


def reading_of(
    head: Mapping[str, Any], listings: Iterable[Listing], further: Sequence[Control] = ()
) -> Reading:
    """The same, with what may be drafted; `further` are controls of who knows more than the accounts."""
    told, faults = heading(head)
    sorted_lists, strange = sorted_out(all_registers(), listings)
    reading = _Reading(told, [*faults, *strange])
    year = reading.year(sorted_lists)
    read = any(fault.is_error for fault in reading.faults)
    said: set[str] = set()
    if told.year:
        for breach in check(year, reading.doubts, reading.unread(), further):
            reading.faults.append(reading.origins.fault(year, breach))
            said |= {breach.kind} if breach.severity is Severity.ERROR else set()
    errors = sum(fault.is_error for fault in reading.faults)
    legible = year if not read and said <= _WORDED else None
    return Reading(year if not errors else None, tuple(reading.faults), legible)


def project_codes(listings: Iterable[Listing]) -> frozenset[str] | None:
    """The codes in the register of projects, also of rows at fault; None where one cannot be read."""
    known = register_of("projects")
    sheets, _ = sorted_out(all_registers(), listings)
    codes = [
        entry.values.get("code")
        for listing in sheets.get("projects", ())
        for entry in entries(known, listing, [])
    ]
    return None if None in codes else frozenset(code for code in codes if code)


@lru_cache(maxsize=None)
def _coded(kind: str) -> tuple[Column, ...]:
    return tuple(column for column in register_of(kind).columns if column.kind in _CODES)


class _Reading:
    """Reads register by register; keeps where each record came from and what was kept out."""

    def __init__(self, told: Heading, faults: list[Fault]) -> None:
        self._told = told
        self.faults = faults
        self.doubts = Doubts()
        self._kept: list[tuple[Register, Listing, int, dict[str, Any]]] = []
        self.origins = Origins()
        self._offices: dict[str, str] = {}

    def year(self, lists: Mapping[str, tuple[Listing, ...]]) -> AccountsYear:
        """The year as far as it could be taken."""
        told = self._told
        taken: dict[str, tuple[Any, ...]] = {}
        for register in all_registers():
            taken[register.kind] = tuple(self._records(register, lists.get(register.kind, ())))
            if register.kind == "offices":
                named = taken["offices"]
                self._offices = {squeezed(office.name): office.code for office in named}
                self._offices |= {office.code: office.code for office in named}
            if register.needed and register.kind not in lists:
                self._absent(register)
        stated: dict[str, Any] = {"texts": dict(told.texts), "large_sum": told.large_sum}
        return AccountsYear(told.year, told.edition, told.department, **{**taken, **stated})

    def _records(self, register: Register, listings: tuple[Listing, ...]) -> Iterator[Any]:
        make, empty = RECORDS[register.kind], True
        for listing in listings:
            source = self.origins.source(register, listing)
            for run in runs(register, listing, self.faults):
                empty = False
                if isinstance(run, Block) and (made := self._block(register, run)) is not None:
                    source.rows.extend(run.rows)
                    yield from made
                    continue
                for entry in singly(run):
                    values = self._plain(register, listing, entry)
                    if values is not None:
                        self.origins.add(source, entry.row)
                        yield make(**{**_BLANK.get(register.kind, {}), **values})
        if register.needed and listings and empty:
            self._empty(register, listings[0])

    def _block(self, register: Register, found: Block) -> list[Any] | None:
        make, blanks = RECORDS[register.kind], _BLANK.get(register.kind, {})
        return records(make, found, blanks, self._code_of, _coded(register.kind))

    def _plain(self, register: Register, listing: Listing, entry: Entry) -> dict[str, Any] | None:
        """The values of a record, codes without their names; None where it is kept out."""
        values = dict(entry.values)
        if "office" in values:
            values["office"] = self._code_of(values["office"])
        whole = entry.whole
        for column in _coded(register.kind):
            written = values.get(column.field)
            if isinstance(written, Code):
                values[column.field] = written.code
                if written.name and (fault := self._misnamed(written)):
                    said = f"{written.code} {written.name}"
                    self._fault(listing, entry.row, column.title, said, *fault)
                    del values[column.field]
                    whole = False
            elif written is not None:
                values[column.field] = tuple(code.code for code in written)
        if not whole:
            self.doubts.add(register.kind, values)
            self._kept.append((register, listing, entry.row, values))
        return values if whole else None

    def unread(self) -> Mapping[str, Sequence[Unread]]:
        """The rows kept out with what could be read of them, so that it can be judged."""
        wrong: dict[tuple[str, str, int], set[str]] = {}
        for fault in self.faults:
            if fault.is_error:
                wrong.setdefault((fault.file, fault.sheet, fault.row), set()).add(fault.column)
        for register, listing, row, values in self._kept:
            heads = wrong.get((listing.file, listing.sheet, row), set())
            known = partly(RECORDS[register.kind], register, values, heads)
            if values and row:
                self.origins.keep(register, listing, row, known)
        return self.origins.unread

    def _code_of(self, written: str) -> str:
        """The code of an office written by its code or its name; itself where it is neither."""
        return self._offices.get(written) or self._offices.get(squeezed(written), written)

    def _misnamed(self, written: Code) -> tuple[str, str] | None:
        if written.code not in dictionary():
            return None
        names = [item.name for item in names_of(written.code, self._told.year or None)]
        if not names or squeezed(written.name) in map(squeezed, names):
            return None
        return f"代码和名称不一致，{written.code} 是“{names[0]}”", "请核对代码和名称，或只写代码"

    def _absent(self, register: Register) -> None:
        self.doubts.add(register.kind, {})
        remedy = "请用 kaocheng new-year 的模板填写，或导出 csv 放进来"
        self.faults.append(Fault(register.name, "", 0, "", "", "缺少这张登记表", remedy))

    def _empty(self, register: Register, listing: Listing) -> None:
        self.doubts.add(register.kind, {})
        self._fault(listing, 0, "", "", "一行也没有填", f"请填写：{register.about}")

    def _fault(self, listing: Listing, row: int, column: str, *told: str) -> None:
        written, message, remedy = told
        place = (listing.file, listing.sheet, row, column)
        self.faults.append(Fault(*place, written, message, remedy.rstrip("。")))

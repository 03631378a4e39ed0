"""From worksheets to implementing lists (读入事项): pure, every fault of every row, none raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from kaocheng.catalogue.checking import check
from kaocheng.catalogue.drafting import empty, with_elements, with_part
from kaocheng.catalogue.elements import parts
from kaocheng.catalogue.fields import Field, settled
from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.numbers import WORDING, is_number
from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.registers import ITEMS, NUMBER, all_registers, fields_of
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.registers import Listing, Register
from kaocheng.kernel.registers.entries import Entry, entries
from kaocheng.kernel.registers.misreadings import Misread
from kaocheng.kernel.registers.sorting import BESIDE, register_of

_Place = tuple[str, str, int]
_BODIES = ("body", "handling_body")


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the worksheets hold (读入结果): sound versions, and all faults.

    `places` tells where a row stands, by item, part ("" for the item itself) and 0-based row.
    """

    versions: tuple[ItemVersion, ...]
    faults: tuple[Fault, ...]
    places: Mapping[tuple[str, str, int], _Place]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What keeps everything out."""
        return tuple(fault for fault in self.faults if fault.is_error)


def read_items(
    listings: Iterable[Listing], departments: Mapping[str, str] | None, on: date
) -> Sheets:
    """The items written in these lists; departments may be written by code or by name.

    Where no departments are known (None) what is written is taken for a code. `on` is the first day
    of validity where none is written.
    """
    reading = _Reading(departments, on)
    reading.take(listings)
    return reading.result()


def judged(sheets: Sheets) -> Sheets:
    """The same with what the rules for publication say of each item, at its row."""
    faults = list(sheets.faults)
    for version in sheets.versions:
        faults += [_fault(sheets, version.item, flaw) for flaw in check(version)]
    return Sheets(sheets.versions, tuple(faults), sheets.places)


def _fault(sheets: Sheets, item: str, flaw: Flaw) -> Fault:
    part = flaw.part if flaw.row >= 0 else ""
    file, sheet, row = sheets.places[item, part, max(flaw.row, 0) if part else 0]
    head = _head(flaw)
    message = f"{flaw.message}（{flaw.code}）"
    severity = flaw.severity or Severity.ERROR
    return Fault(file, sheet, row, head, flaw.written, message, flaw.remedy, severity)


def _head(flaw: Flaw) -> str:
    fields = parts()[flaw.part].fields if flaw.part else fields_of(all_registers()[0])
    known = {field.name: field.head for field in fields}
    return known.get(flaw.field, parts()[flaw.part].title if flaw.part else flaw.field)


class _Reading:
    """Reads sheet by sheet; an item that could not be taken is remembered, so its rows are not strange."""

    def __init__(self, departments: Mapping[str, str] | None, on: date) -> None:
        known = departments or {}
        self._codes = {name: code for code, name in known.items()} | {code: code for code in known}
        self._judged = departments is not None
        self._on = on
        self._faults: list[Fault] = []
        self._items: dict[str, dict[str, Any]] = {}
        self._torn: set[str] = set()
        self._rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self._places: dict[tuple[str, str, int], _Place] = {}

    def take(self, listings: Iterable[Listing]) -> None:
        """Every list, the items first."""
        found: dict[str, list[Listing]] = {}
        for listing in listings:
            register = self._register(listing)
            if register:
                found.setdefault(register.kind, []).append(listing)
        if ITEMS not in found:
            remedy = "请用模板里名为“事项”的工作表"
            self._faults.append(Fault("", "", 0, "", "", "没有“事项”工作表", remedy))
        for register in all_registers():
            for listing in found.get(register.kind, ()):
                for entry, values in self._entries(register, listing):
                    self._keep(register, listing, entry, values)

    def result(self) -> Sheets:
        """The versions of all items that are whole."""
        versions = [self._version(number, values) for number, values in self._items.items()]
        whole = tuple(version for version in versions if version.item not in self._torn)
        return Sheets(whole, tuple(self._faults), self._places)

    def _register(self, listing: Listing) -> Register | None:
        """By the name of the worksheet, or of the file where there is none."""
        name = listing.sheet or PurePath(listing.file).stem
        register = register_of(all_registers(), name)
        if register is None and name not in BESIDE:
            told = f"不认识工作表“{name}”，没有读"
            names = "、".join(known.name for known in all_registers())
            place = (listing.file, listing.sheet, 0, "", "")
            self._faults.append(Fault(*place, told, f"只读这些：{names}", Severity.NOTE))
        return register

    def _entries(
        self, register: Register, listing: Listing
    ) -> Iterator[tuple[Entry, dict[str, Any]]]:
        """The rows with their values settled: codes for names, several for one text."""
        fields = {field.name: field for field in fields_of(register)}
        for entry in entries(register, listing, self._faults):
            values: dict[str, Any] = {}
            for name, taken in entry.values.items():
                value = taken if name == NUMBER.field else self._settled(fields[name], taken)
                if isinstance(value, Misread):
                    self._tell(listing, entry, fields[name].head, str(taken), value)
                    self._torn.add(entry.values.get(NUMBER.field, ""))
                else:
                    values[name] = value
            if not entry.whole:
                self._torn.add(values.get(NUMBER.field, ""))
            yield entry, values

    def _settled(self, field: Field, taken: Any) -> Any:
        if self._judged and (field.name in _BODIES or field.name == "unit"):
            code = self._codes.get(taken)
            told = Misread(f"没有部门“{taken}”", "请写部门编码或全称；新部门先到“部门”里登记")
            return code or told
        return settled(field, taken)

    def _keep(
        self, register: Register, listing: Listing, entry: Entry, values: dict[str, Any]
    ) -> None:
        number = values.pop(NUMBER.field, "")
        place = (listing.file, listing.sheet, entry.row)
        if register.kind == ITEMS:
            if number in self._items:
                first = self._places[number, "", 0][2]
                twice = Misread(f"事项编号与第{first}行重复", "请改编号，或删去一行")
                self._tell(listing, entry, "事项编号", number, twice)
                self._torn.add(number)
            elif number and not is_number(number):
                self._tell(
                    listing, entry, "事项编号", number, Misread(WORDING.rstrip("。"), "请改编号")
                )
                self._torn.add(number)
            elif number:
                self._items[number] = values
                self._places[number, "", 0] = place
        elif number in self._items:
            rows = self._rows.setdefault((number, register.kind), [])
            self._places[number, register.kind, len(rows)] = place
            rows.append(values)
        elif number and number not in self._torn:
            strange = Misread("“事项”工作表里没有这个编号", "请核对编号，或补上事项")
            self._tell(listing, entry, "事项编号", number, strange)

    def _version(self, number: str, values: Mapping[str, Any]) -> ItemVersion:
        body = values.get("body", "")
        names = {name: values.get(name, "") for name in ("name", "kind", "level")}
        version = empty(number, 1, **names, body=body, on=values.get("valid_from") or self._on)
        version = with_elements(version, values)
        if number in self._torn:
            return version
        for part in parts().values():
            version = with_part(version, part.key, self._rows.get((number, part.key), ()))
        return version

    def _tell(
        self, listing: Listing, entry: Entry, column: str, written: str, wrong: Misread
    ) -> None:
        place = (listing.file, listing.sheet, entry.row, column, written)
        self._faults.append(Fault(*place, wrong.message, wrong.remedy))

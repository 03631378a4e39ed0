"""From the rows of a list to the values of records (逐行读入), with every fault of every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.kernel.registers.blocks import REMEMBERED, Block, block
from kaocheng.kernel.registers.cells import bare, value
from kaocheng.kernel.registers.definitions import Column, Register
from kaocheng.kernel.registers.heads import DEEPEST, Head, find, head
from kaocheng.kernel.registers.listings import Listing
from kaocheng.kernel.registers.misreadings import Misread

_TOTALS = frozenset({"合计", "总计", "小计", "共计", "合 计", "总 计"})
_CHUNK = 4_096
"""So many rows are tried as one block."""
_HIGHEST = 1_000
"""Of a merged area that is higher, one fault says enough."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is not blank (一条记录): the values that could be taken, by field.

    `whole` is False where a fault keeps the record out; row 0 stands for a list that could not be
    read at all.
    """

    row: int
    values: Mapping[str, Any]
    whole: bool = True


def entries(register: Register, listing: Listing, faults: list[Fault]) -> Iterator[Entry]:
    """Every row of the list; what is wrong is appended to `faults`."""
    for run in runs(register, listing, faults):
        yield from singly(run)


def singly(run: Entry | Block) -> Iterator[Entry]:
    """A run as single entries."""
    if isinstance(run, Block):
        yield from (Entry(row, values) for row, values in run.each())
    else:
        yield run


def runs(register: Register, listing: Listing, faults: list[Fault]) -> Iterator[Entry | Block]:
    """The same, rows among which nothing is wrong as blocks."""
    faults += (
        Fault(listing.file, listing.sheet, 0, "", "", remark.rstrip("。"), "请核对", Severity.NOTE)
        for remark in listing.remarks
    )
    rows = iter(listing.rows)
    try:
        opening = list(islice(rows, DEEPEST))
        found = find(register, opening)
        if found is None:
            faults.append(_headless(register, listing))
            yield Entry(0, {}, whole=False)
            return
        top = head(register, listing.file, listing.sheet, *found)
        faults += top.faults
        if not top.whole:
            yield Entry(0, {}, whole=False)
            return
        below = [pair for pair in opening if pair[0] > top.row]
        yield from _Rows(register, listing, top, faults).read(chain(below, rows))
    except Unreadable as torn:
        faults.append(
            Fault(listing.file, listing.sheet, 0, "", "", str(torn).rstrip("。"), _RESAVE)
        )
        yield Entry(0, {}, whole=False)


_RESAVE = "请用表格软件打开核对，另存后再试"


def _headless(register: Register, listing: Listing) -> Fault:
    heads = "、".join(column.title for column in register.columns)
    return Fault(listing.file, listing.sheet, 0, "", "", "找不到表头", f"第一行应是表头：{heads}")


class _Rows:
    """Reads the rows below a head; remembers what it has read, as most texts repeat."""

    def __init__(
        self, register: Register, listing: Listing, top: Head, faults: list[Fault]
    ) -> None:
        self._file, self._sheet, self._faults = listing.file, listing.sheet, faults
        self._plan: tuple[tuple[int, Column, dict[str, Any] | None], ...] = tuple(
            (at, column, None if column.field in register.keys or column.kind == "amount" else {})
            for at, column in top.columns.items()
        )
        self._named = top.named
        self._merged = {
            row: area
            for area in listing.merged
            if area[2] > top.row
            for row in range(max(area[0], top.row + 1), min(area[2], area[0] + _HIGHEST) + 1)
        }
        self._told: set[object] = set()

    def read(self, rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[Entry | Block]:
        torn: list[Unreadable] = []
        while not torn and (chunk := _taken(rows, torn)):
            whole = None
            if not self._merged:
                whole = block(self._plan, chunk, len(self._named), _TOTALS)
            if whole is None:
                yield from self._singly(chunk)
            else:
                yield whole
        for fault in torn:  # what stood before the tear has been read
            raise fault

    def _singly(self, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Entry]:
        for row, texts in rows:
            if not any(texts) or not any(map(bare, texts)):
                continue
            if row in self._merged:
                self._merge(row)
                yield Entry(row, {}, whole=False)
            elif self._total(row, texts):
                continue
            else:
                yield self._entry(row, texts)

    def _entry(self, row: int, texts: Sequence[str]) -> Entry:
        before = len(self._faults)
        values: dict[str, Any] = {}
        for at, column, memory in self._plan:
            text = texts[at] if at < len(texts) else ""
            if text:
                found = memory.get(text) if memory is not None else None
                if found is None:
                    found = self._read(row, column, bare(text))
                    if found is not None and memory is not None and len(memory) < REMEMBERED:
                        memory[text] = found
                if found is not None:
                    values[column.field] = found
            elif column.required:
                self._blank(row, column)
        if len(texts) > len(self._named):
            self._stray(row, texts)
        return Entry(row, values, len(self._faults) == before)

    def _read(self, row: int, column: Column, text: str) -> Any:
        """The value of a text; None where there is none, which is told where it is a fault."""
        if not text:
            if column.required:
                self._blank(row, column)
            return None
        found = value(column, text)
        if isinstance(found, Misread):
            self._fault(row, column.title, text, found.message, found.remedy)
            return None
        return found

    def _blank(self, row: int, column: Column) -> None:
        self._fault(row, column.title, "", "没有填写", _fill(column))

    def _total(self, row: int, texts: Sequence[str]) -> bool:
        if _TOTALS.isdisjoint(texts):
            return False
        first = next(filter(None, map(bare, texts)))
        if first not in _TOTALS:
            return False
        self._fault(row, "", first, "登记表里不写合计行", "请删去这一行，合计由考成算出")
        return True

    def _stray(self, row: int, texts: Sequence[str]) -> None:
        """Something written beside the table, told once for each column."""
        for at, text in enumerate(texts):
            if at not in self._named and at not in self._told and bare(text):
                self._told.add(at)
                remedy = "请删去，或移到有表头的栏里"
                self._fault(row, f"第{at + 1}列", bare(text), "这一列没有表头", remedy)

    def _merge(self, row: int) -> None:
        area = self._merged[row]
        if area not in self._told:
            self._told.add(area)
            self._fault(row, "", "", "有合并单元格", "请取消合并，每一行都写全")

    def _fault(self, row: int, column: str, written: str, message: str, remedy: str) -> None:
        self._faults.append(Fault(self._file, self._sheet, row, column, written, message, remedy))


def _taken(
    rows: Iterator[tuple[int, Sequence[str]]], torn: list[Unreadable]
) -> list[tuple[int, Sequence[str]]]:
    """The next rows, as far as they can be read; why no further goes into `torn`."""
    chunk: list[tuple[int, Sequence[str]]] = []
    try:
        chunk.extend(islice(rows, _CHUNK))
    except Unreadable as fault:
        torn.append(fault)
    return chunk


def _fill(column: Column) -> str:
    if column.choices:
        return f"请选：{'、'.join(column.choices)}"
    return f"请填写，如 {column.example}" if column.example else "请填写"

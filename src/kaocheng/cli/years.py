"""The folder of a year on the disk (年度账文件夹): read whole, or written whole."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kaocheng.cli.refusals import Refused
from kaocheng.disclosure.compose.strange import strange_rows
from kaocheng.kernel.archives import restored
from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing, Register
from kaocheng.kernel.registers.showing import shown
from kaocheng.kernel.registers.sorting import register_of, sorted_out
from kaocheng.money.heading import FILE, Heading, heading, toml
from kaocheng.money.readers import project_codes, reading_of
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers, rows_of, subject_lists
from kaocheng.performance import folder as performance
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.writing_back import rows_of as performance_rows
from kaocheng.reading.disk import spoken
from kaocheng.reading.lists import lists
from kaocheng.writing.registers import write_register

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv"})
ACCOUNTS, PERFORMANCE = "accounts", "performance"
"""The sections of an archive."""
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds: both years are None where anything in it is an error.

    `faults` are all faults in the order of the files; `torn` the files that could not be read;
    `files` the files of each register by its name; `legible` both years where what is wrong does
    not keep them from being drafted, to tell what else is wanted.
    """

    accounts: AccountsYear | None
    performance: PerformanceYear | None
    faults: tuple[Fault, ...]
    torn: tuple[str, ...] = ()
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    legible: tuple[AccountsYear, PerformanceYear | None] | None = None

    @property
    def errors(self) -> int:
        """How many faults keep the year out."""
        return sum(fault.is_error for fault in self.faults)

    def placed(self, fault: Fault) -> Fault:
        """A fault that names only its register, with the file that holds it."""
        files = self.files.get(fault.file, ())
        if not files:
            return fault
        more = f" 等{len(files)}个文件" if len(files) > 1 else ""
        return replace(fault, file=f"{files[0]}{more}")


def load(path: Path) -> Loaded:
    """Everything in a year's folder or archive, and everything wrong with it.

    Raises Refused where there is neither.
    """
    if path.is_file():
        return _restored(path)
    if not path.is_dir():
        raise Refused(f"没有 {path}；请先用 kaocheng new-year 建一个年度账文件夹，填好再来。")
    return _folder(path)


def _restored(path: Path) -> Loaded:
    """A year that was checked when it was stored."""
    try:
        with path.open(encoding="utf-8") as file:
            found = restored({ACCOUNTS: AccountsYear, PERFORMANCE: PerformanceYear}, file)
    except (OSError, UnicodeDecodeError, Unreadable) as fault:
        why = fault if isinstance(fault, Unreadable) else "不是 kaocheng import 写出的存档"
        raise Refused(f"{path}：{why}。") from fault
    if ACCOUNTS not in found:
        raise Refused(f"{path}：存档里没有年度账。")
    return Loaded(found[ACCOUNTS], found.get(PERFORMANCE), ())


def _folder(folder: Path) -> Loaded:
    torn: list[str] = []
    head, faults = _head(folder / FILE, torn)
    own: list[Listing] = []
    others: list[Listing] = []
    files: dict[str, tuple[str, ...]] = {}
    for listing in _listings(folder, torn):
        (others if _of_performance(listing) else own).append(listing)
        if register := _register(listing):
            files[register.name] = (*files.get(register.name, ()), listing.file)
    found = reading_of(head, own, (strange_rows,))
    accounts = found.year
    judged = None
    sheets, strange = sorted_out(performance.all_registers(), others)
    faults += strange
    told, _ = heading(head)
    if sheets and told.year and told.edition:
        chosen = [listing for group in sheets.values() for listing in group]
        judged, more = performance.read_performance_year(
            told.year, told.edition, told.department, chosen, project_codes(own)
        )
        faults += more
    wrong = bool(torn) or any(fault.is_error for fault in faults)
    legible = None if wrong or found.legible is None else (found.legible, judged)
    faults += found.faults
    if wrong or accounts is None:
        accounts = judged = None
    loaded = Loaded(accounts, judged, (), tuple(torn), _once(files), legible)
    return replace(loaded, faults=tuple(map(loaded.placed, faults)))


def write(
    folder: Path,
    accounts: AccountsYear,
    judged: PerformanceYear | None = None,
    *,
    separated: frozenset[str] = frozenset(),
) -> None:
    """Write a year into a folder: year.toml and a workbook for each register.

    The registers of accounts named in `separated` (payments …) are written as csv.
    """
    told = Heading(
        accounts.year, accounts.edition, accounts.department, accounts.large_sum, accounts.texts
    )
    folder.mkdir(parents=True, exist_ok=True)
    offered = subject_lists(accounts.year)
    for register in all_registers():
        rows = rows_of(accounts, register.kind)
        if register.kind in separated:
            _write_csv(folder / f"{register.name}.csv", register, rows)
        else:
            write_register(folder / f"{register.name}.xlsx", register, rows, offered)
    for register in performance.all_registers():
        filled = performance_rows(judged, register.kind) if judged else ()
        write_register(folder / f"{register.name}.xlsx", register, filled, offered)
    (folder / FILE).write_text(toml(told), "utf-8")


def _head(path: Path, torn: list[str]) -> tuple[Mapping[str, Any], list[Fault]]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig")), []
    except FileNotFoundError:
        remedy = "请用 kaocheng new-year 建，或从别的年度文件夹复制一份来改"
        return {}, [Fault(FILE, "", 0, "", "", "文件夹里没有 year.toml", remedy)]
    except OSError as fault:
        torn.append(f"{FILE}：打不开（{spoken(fault)}）。")
    except UnicodeDecodeError:
        torn.append(f"{FILE}：不是 UTF-8 编码，请另存为 UTF-8。")
    except tomllib.TOMLDecodeError as fault:
        at = _AT.search(str(fault))
        row, column = (int(at[1]), f"第{at[2]}个字") if at else (0, "")
        remedy = '文字要放在英文引号里，如 department = "某县行政审批局"；一项一行'
        return {}, [Fault(FILE, "", row, column, "", "写法不对，从这里起读不下去", remedy)]
    return {}, []


def _listings(folder: Path, torn: list[str]) -> Iterator[Listing]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith((".", "~$")):
            continue
        try:
            found = lists(path)
        except Unreadable as fault:
            torn.append(str(fault).replace(str(path), path.name))
            continue
        yield from found or (Listing(path.name, "", ()),)


def _of_performance(listing: Listing) -> bool:
    return register_of(performance.all_registers(), Path(listing.file).stem) is not None


def _register(listing: Listing) -> Register | None:
    every = (*all_registers(), *performance.all_registers())
    return register_of(every, Path(listing.file).stem)


def _once(files: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Each file once, however many worksheets it has."""
    return {name: tuple(dict.fromkeys(listed)) for name, listed in files.items()}


def _write_csv(path: Path, register: Register, rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.title for column in register.columns)
        for row in rows:
            pairs = zip(register.columns, row, strict=True)
            writer.writerow(shown(column, value) for column, value in pairs)

"""Which list of a folder belongs to which register (归类): by the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers.definitions import Register
from kaocheng.kernel.registers.listings import Listing

BESIDE = frozenset({"说明", "科目", "选项"})
"""Worksheets of a template that hold no entries."""
_PART = re.compile(r"[-－—_ （(].*\Z")


def register_of(registers: Sequence[Register], name: str) -> Register | None:
    """The register of a file or worksheet without suffix: 支付, 支付-01月, 支付_补录."""
    bare = _PART.sub("", name.strip())
    return next((item for item in registers if item.name == bare), None)


def sorted_out(
    registers: Sequence[Register], listings: Iterable[Listing]
) -> tuple[Mapping[str, tuple[Listing, ...]], tuple[Fault, ...]]:
    """The lists of each register, and the files that belong to none or have no sheet for it."""
    files: dict[str, list[Listing]] = {}
    for listing in listings:
        files.setdefault(listing.file, []).append(listing)
    found: dict[str, tuple[Listing, ...]] = {}
    faults: list[Fault] = []
    for file, sheets in files.items():
        register = register_of(registers, PurePath(file).stem)
        if register is None:
            faults.append(_stranger(registers, file))
            continue
        chosen = _chosen(register, sheets)
        if not chosen:
            faults.append(_sheetless(file, register))
        found[register.kind] = (*found.get(register.kind, ()), *chosen)
    return found, tuple(faults)


def _chosen(register: Register, sheets: list[Listing]) -> list[Listing]:
    """The sheets that bear the register's name, or the only one that is not there to explain."""
    named = [sheet for sheet in sheets if register_of([register], sheet.sheet)]
    rest = [sheet for sheet in sheets if sheet.sheet not in BESIDE]
    return named or (rest if len(rest) == 1 else [])


def _stranger(registers: Sequence[Register], file: str) -> Fault:
    names = [register.name for register in registers]
    stem = PurePath(file).stem
    near = get_close_matches(stem, names, 1, 0.5) or [name for name in names if name in stem][:1]
    mend = f"请把文件名改成“{near[0]}”，分几个文件的写成“{near[0]}-01月”" if near else ""
    return Fault(
        file, "", 0, "", "", "认不出是哪张登记表", mend or "请移出这个文件夹，或照模板改文件名"
    )


def _sheetless(file: str, register: Register) -> Fault:
    message = f"里面没有工作表“{register.name}”"
    return Fault(file, "", 0, "", "", message, f"请把登记内容放在名为“{register.name}”的工作表")

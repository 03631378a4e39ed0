"""`kaocheng check-year PATH` (核对年度账): every bad row at once, in the clerk's words."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby

from kaocheng.cli.years import Loaded, load
from kaocheng.kernel.faults import Fault
from kaocheng.money.arrears import ageing
from kaocheng.money.controls.breaches import yuan
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers, entries_of


def run(options: Namespace) -> int:
    """Read the folder and say what is wrong with it; 0 clean, 1 faults, 2 unreadable."""
    loaded = load(options.path)
    lines = _json(loaded) if options.format == "json" else said(loaded)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return exit_code(loaded)


def exit_code(loaded: Loaded) -> int:
    """0 where the year can be taken, 1 where entries are at fault, 2 where a file is torn."""
    if loaded.torn:
        return 2
    return 1 if loaded.errors else 0


def said(loaded: Loaded) -> Iterator[str]:
    """The whole answer as lines for people."""
    for file in loaded.torn:
        yield f"无法读取  {file}"
    for file, faults in groupby(_ordered(loaded.faults), lambda fault: fault.file):
        yield file
        for fault in faults:
            yield from _lines(fault)
        yield ""
    notes = len(loaded.faults) - loaded.errors
    if loaded.errors or loaded.torn:
        yield f"共 {loaded.errors} 处错误，{notes} 处提示。改好以后再核对一次；有错误时一笔也不会收。"
    elif loaded.accounts is not None:
        yield from _sums(loaded.accounts)
        yield f"没有错误，{notes} 处提示。"


def _ordered(faults: tuple[Fault, ...]) -> list[Fault]:
    """Files in the order in which they first come up, rows rising."""
    files = list(dict.fromkeys(fault.file for fault in faults))
    return sorted(faults, key=lambda fault: (files.index(fault.file), fault.sheet, fault.row))


def _lines(fault: Fault) -> Iterator[str]:
    sheet = f"“{fault.sheet}”" if fault.sheet and not fault.file.startswith(fault.sheet) else ""
    row = f"第{fault.row}行" if fault.row else ""
    place = " ".join(part for part in (sheet, row, fault.column) if part) or "整个文件"
    written = f"：{fault.written}" if fault.written else ""
    yield f"  {fault.severity.chinese}  {place}{written}"
    yield f"        {fault.message}。{fault.remedy}。"


def _sums(year: AccountsYear) -> Iterator[str]:
    yield f"{year.department} {year.year} 年度"
    for register in all_registers():
        records = entries_of(year, register.kind)
        amounts = [column.field for column in register.columns if column.kind == "amount"]
        if records:
            total = sum(getattr(record, amounts[0]) for record in records) if amounts else 0
            yield f"  {register.name} {len(records)} 条" + (f"，{yuan(total)}" if amounts else "")
    for band in ageing(year, date(year.year, 12, 31)):
        if band.amount:
            yield f"  年末欠付合同款，账龄{band.name} {yuan(band.amount)}"


def _json(loaded: Loaded) -> Iterator[str]:
    for file in loaded.torn:
        yield json.dumps({"unreadable": file}, ensure_ascii=False)
    for fault in _ordered(loaded.faults):
        record = {**asdict(fault), "severity": fault.severity.value}
        yield json.dumps(record, ensure_ascii=False)

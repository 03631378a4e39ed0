"""`kaocheng items template|check` (事项表格): before anything is taken into a site, and without one."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from kaocheng.catalogue.readers import Sheets, judged, read_items
from kaocheng.catalogue.registers import all_registers
from kaocheng.cli.outputs import guard
from kaocheng.cli.refusals import Refused
from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing
from kaocheng.reading.lists import lists
from kaocheng.writing.registers import write_registers

ADVICE = (
    "填好后用 kaocheng items check 核对，再在网站“事项管理 → 导入”里上传；有一处错误就一项也不收。"
)


def run(options: Namespace) -> int:
    """Write the template, or say what is wrong with filled-in sheets: 0 clean, 1 faults.

    Raises Refused when a file cannot be read or written.
    """
    return _template(options.paths) if options.what == "template" else _check(options)


def _template(paths: Sequence[Path]) -> int:
    if len(paths) > 1 or paths[0].suffix.lower() != ".xlsx":
        raise Refused("模板只能写成一个 .xlsx 文件，如：kaocheng items template 事项模板.xlsx")
    guard(paths[0], [])
    write_registers(paths[0], [(register, ()) for register in all_registers()], {}, ADVICE)
    sys.stdout.write(f"已写入 {paths[0]}。\n")
    return 0


def _check(options: Namespace) -> int:
    sheets = judged(read_items(_listings(options.paths), None, date.today()))  # noqa: DTZ011  # only where none is written
    said = _json(sheets) if options.format == "json" else _said(sheets)
    sys.stdout.writelines(f"{line}\n" for line in said)
    return 1 if sheets.errors else 0


def _listings(paths: Iterable[Path]) -> Iterator[Listing]:
    for path in paths:
        try:
            yield from lists(path)
        except (OSError, Unreadable) as fault:
            why = fault if isinstance(fault, Unreadable) else f"{path}：打不开"
            raise Refused(f"{why}") from fault


def _said(sheets: Sheets) -> Iterator[str]:
    for fault in sheets.faults:
        yield f"{fault.severity.chinese}  {fault.where}：{_what(fault)}。{fault.remedy}。"
    notes = len(sheets.faults) - len(sheets.errors)
    whole = f"读出 {len(sheets.versions)} 个事项"
    yield f"{whole}；{len(sheets.errors)} 处错误，{notes} 处提示。"


def _what(fault: Fault) -> str:
    return f"{fault.message}（写的是“{fault.written}”）" if fault.written else fault.message


def _json(sheets: Sheets) -> Iterator[str]:
    for fault in sheets.faults:
        told = asdict(fault) | {"severity": fault.severity.value, "where": fault.where}
        yield json.dumps(told, ensure_ascii=False)

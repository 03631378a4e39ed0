"""Faults as lines for people (差错清单): file by file, rows rising, what repeats told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kaocheng.kernel.faults import Fault

_SHOWN = 3
_MANY = 5
"""Faults alike in one file are told one by one up to here."""
_LISTED = 12
_VALUES = re.compile(r"“[^”]*”|[A-Za-z]*\d[\d,.:-]*[A-Za-z]*")


def ordered(faults: Iterable[Fault]) -> list[Fault]:
    """Files in the order in which they first come up, rows rising."""
    listed = list(faults)
    files = list(dict.fromkeys(fault.file for fault in listed))
    return sorted(listed, key=lambda fault: (files.index(fault.file), fault.sheet, fault.row))


def fault_lines(faults: Iterable[Fault], word: str = "") -> Iterator[str]:
    """The faults under their files; `word` stands before each instead of 错误 or 提示."""
    for file, listed in groupby(ordered(faults), lambda fault: fault.file):
        yield file
        for alike in _alike(listed):
            shown = alike if len(alike) <= _MANY else alike[:_SHOWN]
            for fault in shown:
                yield from _lines(fault, word)
            if len(alike) > len(shown):
                yield f"        同样的问题还有 {len(alike) - len(shown)} 处{_places(alike[_SHOWN:])}。"
        yield ""


def _alike(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults that say the same of the same column but for the values in it."""
    groups: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        message = fault.message.partition("：")[0]
        said = _VALUES.sub("", message), _VALUES.sub("", fault.remedy)
        groups.setdefault((fault.sheet, fault.column, fault.severity, *said), []).append(fault)
    return list(groups.values())


def _places(faults: Sequence[Fault]) -> str:
    rows = [str(fault.row) for fault in faults if fault.row]
    listed = rows or [fault.written for fault in faults if fault.written]
    if not listed:
        return ""
    told, more = "、".join(listed[:_LISTED]), "等" if len(listed) > _LISTED else ""
    return f"：第{told}行{more}" if rows else f"：{told}{more}"


def _lines(fault: Fault, word: str) -> Iterator[str]:
    sheet = f"“{fault.sheet}”" if fault.sheet and not fault.file.startswith(fault.sheet) else ""
    row = f"第{fault.row}行" if fault.row else ""
    place = " ".join(part for part in (sheet, row, fault.column) if part) or "整个文件"
    written = f"：{fault.written}" if fault.written else ""
    yield f"  {word or fault.severity.chinese}  {place}{written}"
    yield f"        {fault.message}。{fault.remedy}。"

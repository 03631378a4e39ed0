"""Workbooks and csv files of made-up items (测试用目录文件)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.registers import all_registers, rows_of
from kaocheng.kernel.registers.showing import shown
from kaocheng.writing.registers import write_registers
from tests.catalogue.versions import ordinary

Rows = dict[str, list[list[str]]]


def workbook(path: Path, versions: Sequence[ItemVersion]) -> Path:
    """An xlsx file with a worksheet for each register."""
    write_registers(path, [(r, rows_of(versions, r)) for r in all_registers()], {})
    return path


def csv_files(
    folder: Path, versions: Sequence[ItemVersion], spoil: Callable[[Rows], object]
) -> list[Path]:
    """A csv file for each register, after `spoil` has changed the rows of texts by worksheet name."""
    texts: Rows = {}
    for register in all_registers():
        head = [column.title for column in register.columns]
        rows = (
            [shown(c, v) for c, v in zip(register.columns, row, strict=True)]
            for row in rows_of(versions, register)
        )
        texts[register.name] = [head, *rows]
    spoil(texts)
    return [_csv(folder / f"{name}.csv", rows) for name, rows in texts.items()]


def many(count: int) -> list[ItemVersion]:
    """So many ordinary items with numbers of their own."""
    return [
        ordinary(item=f"P{n:05d}", name=f"示范许可{n}", codes=(("基本编码", f"{n:012d}"),))
        for n in range(count)
    ]


def _csv(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path

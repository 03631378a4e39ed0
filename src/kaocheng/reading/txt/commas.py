"""Comma-separated values (.csv): one grid, each cell with the line it begins on."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from kaocheng.reading.txt.grids import RawRow
from kaocheng.reading.txt.lines import Line

_LEAST_ROWS = 3
_LEAST_CELLS = 3


def rows(all_lines: Sequence[Line], *, named: bool) -> list[RawRow]:
    """The rows when the text is comma-separated, else nothing.

    `named` tells that the file calls itself .csv; otherwise every line must have the same number
    of cells before commas are taken for borders.
    """
    text = "\n".join(line.text for line in all_lines)
    if "\t" in text or (not named and not _even(all_lines)):
        return []
    found: list[RawRow] = []
    reader = csv.reader(StringIO(text))
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append([[Line(before + 1, " ".join(cell.split()))] for cell in cells])
            before = reader.line_num
    except csv.Error:
        return []
    return found


def _even(all_lines: Sequence[Line]) -> bool:
    counts = {line.text.count(",") for line in all_lines if line.bare}
    enough = sum(1 for line in all_lines if line.bare) >= _LEAST_ROWS
    return enough and len(counts) == 1 and min(counts) >= _LEAST_CELLS - 1

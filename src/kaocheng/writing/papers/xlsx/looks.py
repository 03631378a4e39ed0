"""The looks of cells (单元格格式), each made once for a workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import show

_SONG = {"font_name": "宋体", "valign": "vcenter"}
_KINDS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "方正小标宋_GBK", "font_size": 18, "align": "center"},
    "line": {"font_size": 9},
    "line right": {"font_size": 9, "align": "right"},
    "note": {"font_size": 9, "text_wrap": True, "valign": "top"},
    "cell": {"border": 1, "text_wrap": True},
}
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_EXACT = 15
"""A spreadsheet keeps fifteen digits of a number."""


class Looks:
    """Formats of one workbook by what they mean."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Any, ...], Format] = {}

    def of(self, kind: str) -> Format:
        """The format of a line above or below a table."""
        return self._format((kind,), {**_SONG, **_KINDS[kind]})

    def cell(self, size: float, align: str, number: str = "", *, bold: bool = False) -> Format:
        """The format of a cell of a table; `number` its number format."""
        wanted = {**_SONG, **_KINDS["cell"], "font_size": size, "align": _ALIGN[align]}
        more = {"num_format": number, "text_wrap": False} if number else {}
        return self._format((size, align, number, bold), {**wanted, **more, "bold": bold})

    def _format(self, key: tuple[Any, ...], wanted: dict[str, Any]) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]


def number_format(figure: Figure, printed: str) -> str:
    """The number format under which the figure's value prints exactly so; "" where none does."""
    value = figure.value
    if len(value.as_tuple().digits) > _EXACT or value != round(value, max(figure.decimals, 0)):
        return ""
    decimals = _decimals(value, figure.decimals, printed)
    plain = "0" + ("." + "0" * decimals if decimals > 0 else "")
    grouped = f"#,##{plain}"
    shown = show(value, decimals)
    if value == 0 and (not printed or printed in "—-/"):
        return f'{grouped};-{grouped};"{printed}"' if printed else f"{grouped};-{grouped};"
    for pattern, text in ((grouped, shown), (plain, shown.replace(",", ""))):
        if printed == text:
            return pattern
        if figure.unit.name and printed == text + figure.unit.name:
            return f'{pattern}"{figure.unit.name}"'
    return ""


def _decimals(value: Decimal, most: int, printed: str) -> int:
    """How many decimals are printed, where closing zeros may have been left out (1.2 for 1.20)."""
    if not any(mark.isdigit() for mark in printed):
        return most
    tail = printed.partition(".")[2]
    there = next((at for at, mark in enumerate(tail) if not mark.isdigit()), len(tail))
    return there if there < most and value == round(value, there) else most


def stored(value: Decimal) -> float:
    """The value as a spreadsheet stores it."""
    return float(value)

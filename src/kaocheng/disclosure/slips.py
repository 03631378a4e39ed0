"""Slips of the pen (笔误): how a wrong print may have come from the right one."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import MONEY, YUAN

ONE_DIGIT = "一个数字有误"
SWAPPED = "相邻两个数字颠倒"
UNIT = "元与万元混用"
_WHOLE = re.compile(r"^[^.]*|\D")
_TELLING = 3  # in a number of one or two digits every other number is a slip away


def slip(figure: Figure, expected: Decimal) -> str:
    """How a clerk may have come from `expected` (base units) to what is printed, or ""."""
    was, want = _digits(figure, figure.base), _digits(figure, expected)
    if len(was) < _TELLING or not figure.base or not expected:
        return ""
    if figure.unit.is_money and any(_near(figure, expected, power) for power in (4, -4)):
        return UNIT
    if any(_near(figure, expected, power) for power in (1, -1, 2, -2)):
        return "小数点或数位错位"
    return _letters(was, want) if len(was) == len(want) else ""


def meant(figure: Figure, slipped: str) -> Figure:
    """The figure as the clerk meant it: in the other unit, where it is the printed unit that is wrong."""
    if slipped != UNIT or not figure.text.endswith(figure.unit.name or "-"):
        return figure
    return replace(figure, unit=MONEY["万元"] if figure.unit == YUAN else YUAN)


def _near(figure: Figure, expected: Decimal, power: int) -> bool:
    """Whether the print is `expected` moved by `power` decimal places, up to its own rounding."""
    return abs(figure.base.scaleb(-power) - expected) < figure.step


def _letters(was: str, want: str) -> str:
    wrong = [index for index, (a, b) in enumerate(zip(was, want, strict=True)) if a != b]
    if len(wrong) == 1:
        return ONE_DIGIT
    swapped = len(wrong) == 2 and wrong[1] - wrong[0] == 1 and sorted(was) == sorted(want)
    return SWAPPED if swapped else ""


def _digits(figure: Figure, base: Decimal) -> str:
    """The digits of a value as the figure would print it: without last zeros where it drops them."""
    digits = str(abs(int((base / figure.step).to_integral_value())))
    if len(_WHOLE.sub("", figure.text)) >= figure.decimals or not figure.text:
        return digits
    end = len(digits) - figure.decimals
    return digits[:end] + digits[end:].rstrip("0") if end > 0 else digits

"""Exact numbers as text and back (精确数): decimals where they end, else a fraction."""

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = re.compile(r"-?\d{1,60}(?:\.\d{1,60}|/[1-9]\d{0,60})?\Z")


def number(value: Fraction) -> str:
    """The value as 1234.5 or, where it has no end, as 10/3."""
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole = (
        digits[: len(digits) - places] + ("." if places else "") + digits[len(digits) - places :]
    )
    return ("-" if value < 0 else "") + whole


def exact(text: str) -> Fraction:
    """The value of such a text; raises ValueError for anything else."""
    if not _NUMBER.match(text):
        raise ValueError(text)
    return Fraction(text)

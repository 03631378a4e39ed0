"""Formulas with names and units in them (文字算式): 支出率=支出45万元/下达50万元×100%=90%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import dropwhile

from kaocheng.kernel.numerals import Number, read_number
from kaocheng.kernel.units import MONEY

_MONEY = r"亿元|万元|千元|元"
_RESULT = re.compile(
    rf"[=＝]\s?(?P<right>-?\d[\d,]*(?:\.\d+)?)\s?(?:(?P<percent>[％%])|(?P<money>{_MONEY}))?"
)
_SEGMENT = re.compile(r"(?:[^=＝，。；：:;！？\n、]|(?<=\d)、(?=\d))+\Z")
_DATES = re.compile(r"(?<![×*])(?<![×*]\d)\d\s?[年月日号]")  # ×12月 is a factor
_PIECE = re.compile(
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)\s?(?:(?P<unit>[％%]|{_MONEY})(?:/[\u4e00-\u9fff]{{1,2}}(?=[+\-－×*÷/＋（）()\s]|\Z))?)?"
    r"|(?P<sign>[+\-－×*÷/＋（）()])|(?P<word>[^\d+\-－×*÷/＋（）()％%]+)"
)
_PLAIN = str.maketrans("－×÷（）％＋", "-*/()%+")
_SIGNS = frozenset("+-*/")


@dataclass(frozen=True, slots=True)
class Worded:
    """A formula with words: offsets, its left side as printed and in bare numbers, the result."""

    start: int
    result_start: int
    end: int
    left: str
    bare: str
    stated: Number
    percent: bool
    unit: str
    factor: Decimal


def worded(text: str) -> list[Worded]:
    """Every formula of a text whose operands are all numbers, though they bear names or units."""
    found = (_formula(text, match) for match in _RESULT.finditer(text))
    return [one for one in found if one]


def _formula(text: str, match: re.Match[str]) -> Worded | None:
    segment = _SEGMENT.search(text, 0, match.start())
    stated = read_number(match["right"])
    pieces = list(dropwhile(lambda p: p["word"], _PIECE.finditer(segment[0]))) if segment else []
    named = any(p["word"] or p["unit"] in MONEY for p in pieces)
    if segment is None or stated is None or not named or _DATES.search(segment[0]):
        return None
    units = {p["unit"] for p in pieces if p["unit"] in MONEY}
    if match["money"] and not units:
        return None
    based = len(units | {match["money"] or next(iter(units), "")}) > 1
    if based and not (match["money"] or match["percent"]):
        return None
    bare = _bare(pieces, based=based)
    if not bare:
        return None
    return Worded(
        start=segment.start() + pieces[0].start(),
        result_start=match.start("right"),
        end=match.end(),
        left=segment[0][pieces[0].start() :].strip(),
        bare=bare,
        stated=stated,
        percent=bool(match["percent"]),
        unit=match["money"] or "",
        factor=MONEY[match["money"]].factor if based and match["money"] else Decimal(1),
    )


def _bare(pieces: list[re.Match[str]], *, based: bool) -> str:
    """The expression in bare numbers, "" where a name stands for a number that is not printed."""
    out: list[str] = []
    for piece in pieces:
        if piece["sign"]:
            out.append(piece["sign"].translate(_PLAIN))
        elif piece["number"]:
            if out and out[-1][-1] not in "+-*/(":
                return ""
            out.append(_number(piece["number"], piece["unit"] or "", based=based))
    numbers = sum(1 for part in out if part[0].isdigit())
    return "".join(out) if numbers > 1 and _SIGNS & set(out) else ""


def _number(digits: str, unit: str, *, based: bool) -> str:
    plain = digits.replace(",", "")
    if unit in ("%", "％"):
        return plain + "%"
    factor = MONEY[unit].factor if based and unit in MONEY else Decimal(1)
    return f"{Decimal(plain) * factor:f}"

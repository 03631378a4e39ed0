"""Numbers as printed (数字): the value, how precise the print is, and what is not a number at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．，－＋（）", "0123456789.,-+()")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\Z")
_GROUP = re.compile(r"(?<=\d)[\s\u3000\xa0](?=\d{3},)")  # 1 234,567.00
_LONGEST = 40  # no printed number has more characters
_BARE = re.compile(r"[\s\u3000\xa0]+")
DASHES = frozenset({"—", "——", "-", "--", "－", "–", "/", "／", "*", "×"})


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: exact `value` and the count of printed `decimals`."""

    value: Decimal
    decimals: int


def plain(text: str) -> str:
    """The text with full-width digits and signs made plain, offsets unchanged."""
    return text.translate(_WIDE)


def read_number(text: str) -> Number | None:
    """The number that is all of `text` (thousands separators, brackets or a sign for negatives).

    Returns None for anything else, so blank, "—" and words are never taken for 0.
    """
    bare = _BARE.sub("", _GROUP.sub(",", plain(text)))
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    if len(bare) > _LONGEST or not _NUMBER.match(bare):
        return None
    value = Decimal(bare.replace(",", ""))
    return Number(value, len(bare.partition(".")[2]))


def is_blank(text: str) -> bool:
    """Whether the cell is empty (空白), which is not the same as "—" or 0."""
    return not _BARE.sub("", text)


def is_dash(text: str) -> bool:
    """Whether the cell says that nothing can stand there ("—"), which is neither empty nor 0."""
    return _BARE.sub("", text) in DASHES


def show(value: Decimal, decimals: int) -> str:
    """A value as it would be printed with that many decimals and thousands separators."""
    return f"{value:,.{max(decimals, 0)}f}"


_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals, as in 二十一、."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")

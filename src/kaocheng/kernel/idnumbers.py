"""Citizen identity numbers (公民身份号码) and the like: length, digits, date and check digit.

GB 11643-1999: six digits of place, eight of birth, three of order, one check digit after
ISO 7064 MOD 11-2. Residence permits of people from 香港, 澳门 and 台湾 use the places 810000, 820000
and 830000. The permanent residence card for foreigners of 2023 begins with 9: two digits of the
place of application, three of nationality, then birth, order and check digit alike. The place is
never judged: codes are withdrawn, and the number stays with its holder for life.
"""

from __future__ import annotations

import re
from datetime import date

_SHAPE = re.compile(r"[1-9]\d{16}[\dX]\Z")
_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
_CHECKS = "10X98765432"
_LONGEST_LIFE = 150


def check_digit(first: str) -> str:
    """The check digit (校验码) that belongs to the first seventeen digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True))
    return _CHECKS[total % 11]


def fault(number: str, on: date) -> str:
    """What is wrong with a number on that day, as a sentence; "" where nothing is."""
    if len(number) != 18:
        return f"号码应为18位，现在是{len(number)}位。"
    if not _SHAPE.match(number):
        return "号码应为17位数字加1位校验码（数字或大写X）。"
    born = birth(number)
    if born is None or not date(on.year - _LONGEST_LIFE, 1, 1) <= born <= on:
        return f"第7至14位“{number[6:14]}”不是一个出生日期。"
    if check_digit(number[:17]) != number[17]:
        return "校验码不对，请核对是否抄错。"
    return ""


def birth(number: str) -> date | None:
    """The date of birth a number holds, None where it is no date."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def normal(number: str) -> str:
    """A number as it is compared: no blanks, capitals (规范写法)."""
    return re.sub(r"[\s\u3000-]+", "", number).upper().translate(_WIDE)


_WIDE = str.maketrans("０１２３４５６７８９Ｘ", "0123456789X")

"""The numerals of automatic numbering (自动编号的数字): 3 as 三, III, c, ③ or 丙."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def counted(number: int, kind: str) -> str:
    """The number as the numbering format `kind` (w:numFmt) prints it; in digits when unknown."""
    if not 0 < number < 10_000:
        return str(number)
    return FORMATS.get(kind, str)(number)


def chinese(number: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """A number from 1 to 9999 in Chinese: 12 is 十二, 105 is 一百〇五."""
    text, pending = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            pending = bool(text)
            continue
        text += digits[0] if pending else ""
        text += digits[digit] + (units[power - 1] if power else "")
        pending = False
    return text[1:] if 10 <= number < 20 and digits is DIGITS else text


def roman(number: int) -> str:
    """A number in small Roman numerals."""
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def letter(number: int) -> str:
    """A to z, then aa, bb and so on."""
    repeats, index = divmod(number - 1, 26)
    return chr(97 + index) * (repeats + 1) if repeats < 20 else str(number)


def circled(number: int) -> str:
    """① to ⑳, digits above."""
    return chr(0x245F + number) if number <= 20 else str(number)


def bracketed(number: int) -> str:
    """⑴ to ⒇, digits in brackets above."""
    return chr(0x2473 + number) if number <= 20 else f"({number})"


def _cycle(marks: str) -> Callable[[int], str]:
    return lambda number: marks[(number - 1) % len(marks)]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "chineseCounting": chinese,
    "chineseCountingThousand": lambda number: chinese(number).replace(DIGITS[0], LEGAL[0]),
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "koreanDigital2": chinese,
    "chineseLegalSimplified": lambda number: chinese(number, LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: chinese(number, LEGAL, "拾佰仟"),
    "ideographDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(
        DIGITS[int(digit)] for digit in str(number)
    ),
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": bracketed,
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "none": lambda _: "",
}
"""Numbering formats by the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

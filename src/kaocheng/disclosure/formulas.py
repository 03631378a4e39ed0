"""Written-out formulas (文中算式) such as （7/8）×100%=87.5%: found and worked out exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation

from kaocheng.disclosure.worded import worded
from kaocheng.kernel.numerals import Number, read_number
from kaocheng.kernel.units import MONEY

_ZERO = Decimal(0)
_FORMULA = re.compile(
    r"(?P<left>[\d.,+\-－×*÷/（）()％%\s＋]*[+\-－×*÷/＋][\d.,+\-－×*÷/（）()％%\s＋]*?)"
    r"\s?[=＝]\s?(?P<right>-?\d[\d,]*(?:\.\d+)?)\s?(?P<percent>[％%])?"
)
_CENT = re.compile(r"(?<=[×*])\s?100\Z")
_OPERAND = re.compile(r"\d[\d,]*(?:\.\d+)?(?!\s?[％%\d.,])")
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[-+*/()%]")
_WORDS = re.compile(r"[\u4e00-\u9fff“”]+\s?\Z")
_MONEY_UNIT = re.compile(r"\s?(?:亿元|万元|千元|元)")
_PLAIN = str.maketrans("－×÷（）％＋", "-*/()%+")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as printed: offsets of left side and result, the worked-out value, the printed one.

    `value` and `stated` are plain numbers; for a result in percent both are per hundred. `worded`
    tells that its numbers bear names or units (支出4万元/预算5万元); `unit` is that of the result.
    """

    start: int
    result_start: int
    end: int
    left: str
    value: Decimal
    stated: Number
    percent: bool = False
    worded: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Operand:
    """A number a formula works with, offsets in the same text; shares and ×100 are none."""

    start: int
    end: int
    number: Number


def operands(formula: Formula) -> list[Operand]:
    """The amounts and counts on the left side of a formula, in order."""
    left, start = _CENT.sub("", formula.left), formula.start
    return [
        Operand(start + match.start(), start + match.end(), number)
        for match in _OPERAND.finditer(left)
        if (number := read_number(match[0]))
    ]


def comes_out(formula: Formula, operand: Operand | None = None, value: Decimal = _ZERO) -> bool:
    """Whether the result is right as it is printed: with `value` for that operand, if one is named."""
    worked = formula.value
    if operand is not None:
        old = re.escape(str(operand.number.value))
        left = re.sub(rf"(?<![\d.]){old}(?![\d.])", str(value), formula.left)
        share = work_out(left)
        if share is None:
            return False
        worked = share * 100 if formula.percent else share
    step = Decimal(1).scaleb(-formula.stated.decimals)
    return worked.quantize(step, ROUND_HALF_UP) == formula.stated.value


def formulas(text: str) -> Iterator[Formula]:
    """Every formula of a text whose left side can be worked out, with names and units or without."""
    named = list(_named(text))
    yield from named
    known = {formula.result_start for formula in named}
    for match in _FORMULA.finditer(text):
        if match.start("right") in known or _is_fragment(text[: match.start("left")]):
            continue
        left = match["left"]
        value = work_out(left)
        if value is None:
            left = _inside(left)
            value = work_out(left)
        stated = read_number(match["right"])
        if value is None or stated is None:
            continue
        factor = 100 if match["percent"] else 1
        yield Formula(
            match.end("left") - len(left.lstrip()),
            match.start("right"),
            match.end(),
            left.strip(),
            value * factor / _scale(text[match.end() :], value, stated),
            stated,
            percent=bool(match["percent"]),
        )


def _named(text: str) -> Iterator[Formula]:
    """The formulas whose numbers bear names or units."""
    for one in worded(text):
        value = work_out(one.bare)
        if value is not None:
            worth = value * (100 if one.percent else 1) / one.factor
            yield Formula(
                one.start,
                one.result_start,
                one.end,
                one.left,
                worth,
                one.stated,
                percent=one.percent,
                worded=True,
                unit=one.unit,
            )


def _is_fragment(before: str) -> bool:
    """Whether a formula is only the end of one with words that could not be worked out."""
    words = _WORDS.search(before)
    return bool(words and before[: words.start()].rstrip("（( ").endswith(tuple("/÷×*+＋")))


def _scale(after: str, value: Decimal, stated: Number) -> Decimal:
    """By what a result in 万元 of a formula in 元 was divided: 20×5000=10万元."""
    match = _MONEY_UNIT.match(after)
    factor = MONEY[match[0].strip()].factor if match else Decimal(1)
    step = Decimal(1).scaleb(-stated.decimals)
    scaled = (value / factor).quantize(step, ROUND_HALF_UP) == stated.value
    return factor if scaled else Decimal(1)


def _inside(left: str) -> str:
    """What stands behind a bracket that does not close: the whole formula is in brackets."""
    depth = 0
    for at in range(len(left) - 1, -1, -1):
        depth += (left[at] in "）)") - (left[at] in "（(")
        if depth < 0:
            return left[at + 1 :]
    return left


def work_out(expression: str) -> Decimal | None:
    """The value of an expression of numbers, + - × ÷, brackets and %, or None when it is none."""
    flat = expression.translate(_PLAIN).replace(" ", "")
    tokens = _TOKEN.findall(flat)
    if "".join(tokens) != flat or len(tokens) < 3:
        return None
    try:
        value, rest = _sum(tokens)
    except (IndexError, InvalidOperation, DivisionByZero):
        return None
    return value if not rest else None


def _sum(tokens: list[str]) -> tuple[Decimal, list[str]]:
    value, tokens = _product(tokens)
    while tokens and tokens[0] in "+-":
        sign, (right, tokens) = tokens[0], _product(tokens[1:])
        value = value + right if sign == "+" else value - right
    return value, tokens


def _product(tokens: list[str]) -> tuple[Decimal, list[str]]:
    value, tokens = _atom(tokens)
    while tokens and tokens[0] in "*/":
        sign, (right, tokens) = tokens[0], _atom(tokens[1:])
        value = value * right if sign == "*" else value / right
    return value, tokens


def _atom(tokens: list[str]) -> tuple[Decimal, list[str]]:
    if tokens[0] == "(":
        value, tokens = _sum(tokens[1:])
        if tokens[0] != ")":
            raise IndexError
        tokens = tokens[1:]
    else:
        value, tokens = Decimal(tokens[0].replace(",", "")), tokens[1:]
    while tokens and tokens[0] == "%":
        value, tokens = value / 100, tokens[1:]
    return value, tokens

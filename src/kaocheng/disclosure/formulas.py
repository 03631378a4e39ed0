"""Written-out formulas (文中算式) such as （7/8）×100%=87.5%: found and worked out exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation

from kaocheng.kernel.numerals import Number, read_number

_ZERO = Decimal(0)
_FORMULA = re.compile(
    r"(?P<left>[\d.,+\-－×*÷/（）()％%\s＋]*[+\-－×*÷/＋][\d.,+\-－×*÷/（）()％%\s＋]*?)"
    r"\s?[=＝]\s?(?P<right>-?\d[\d,]*(?:\.\d+)?)\s?(?P<percent>[％%])?"
)
_CENT = re.compile(r"(?<=[×*])\s?100\Z")
_OPERAND = re.compile(r"\d[\d,]*(?:\.\d+)?(?!\s?[％%\d.,])")
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[-+*/()%]")
_PLAIN = str.maketrans("－×÷（）％＋", "-*/()%+")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as printed: offsets of left side and result, the worked-out value, the printed one.

    `value` and `stated` are plain numbers; for a result in percent both are per hundred.
    """

    start: int
    result_start: int
    end: int
    left: str
    value: Decimal
    stated: Number
    percent: bool = False


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
    """Every formula of a text whose left side can be worked out."""
    for match in _FORMULA.finditer(text):
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
            value * factor,
            stated,
            percent=bool(match["percent"]),
        )


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

"""Written-out formulas (文中算式) such as （7/8）×100%=87.5%: found and worked out exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from kaocheng.kernel.numerals import Number, read_number

_FORMULA = re.compile(
    r"(?P<left>[\d.,+\-－×*÷/（）()％%\s＋]*[+\-－×*÷/＋][\d.,+\-－×*÷/（）()％%\s＋]*?)"
    r"\s?[=＝]\s?(?P<right>-?\d[\d,]*(?:\.\d+)?)\s?(?P<percent>[％%])?"
)
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
            match.end("left") - len(left),
            match.start("right"),
            match.end(),
            left.strip(),
            value * factor,
            stated,
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

"""Finding the formula of a figure (推定计算式): the first of the closed grammar that gives its value.

A composer may write a formula in the grammar; then that one is taken and must hold. Where it wrote
words for people, the usual shapes are tried in a fixed order on exactly the sources and entries the
figure names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product

from kaocheng.kernel import lineage
from kaocheng.kernel.figures import Figure
from kaocheng.proof.expressions import NotAFormula, Source, calculate, parsed
from kaocheng.proof.worth import in_unit, rounded

_MOST_SIGNED = 7


def formula(
    figure: Figure, sources: Sequence[Source], word: Callable[[str], Fraction], *, recorded: bool
) -> tuple[str, Fraction] | None:
    """The formula of a figure and what it gives exactly, or None when none gives the figure.

    `word` tells what the entries of the figure are worth, `recorded` whether it has any.
    """
    for text in _shapes(figure, len(sources), recorded=recorded):
        exact = calculate(text, sources, word)
        if exact is not None and fits(exact, figure):
            return text, exact
    return None


def given(figure: Figure) -> str:
    """The formula that the figure itself gives in the grammar, or ""."""
    try:
        return figure.formula if figure.formula and parsed(figure.formula) else ""
    except NotAFormula:
        return ""


def fits(exact: Fraction, figure: Figure) -> bool:
    """Whether a value in base units, rounded to the print's decimals, is the value printed."""
    return rounded(in_unit(exact, figure.unit), figure.decimals) == Fraction(figure.value)


def _shapes(figure: Figure, count: int, *, recorded: bool) -> Iterator[str]:
    if text := given(figure):
        yield text
        return
    if recorded:
        yield from _words(figure)
    if count:
        yield from _usual(figure, count)


def _words(figure: Figure) -> Iterator[str]:
    if figure.unit.is_money:
        yield lineage.AMOUNTS
    else:
        yield from (lineage.COUNT, lineage.PEOPLE, lineage.POSTS)
    yield lineage.VALUES


def _usual(figure: Figure, count: int) -> Iterator[str]:
    others = "".join(f"-[{number}]" for number in range(2, count + 1))
    if figure.unit.is_ratio:
        yield from _ratios(count)
    yield lineage.TOTAL
    yield f"[1]{others}"
    yield f"|[1]{others}|"
    if count == 2:
        yield from ("[2]-[1]", *(() if figure.unit.is_ratio else _ratios(count)))
    if count <= _MOST_SIGNED:
        yield from _signed(count)


def _ratios(count: int) -> Iterator[str]:
    yield from ("printΣ", lineage.REST, "1-Σ")
    if count < 2:
        return
    yield from (lineage.SHARE, lineage.GROWTH, lineage.GROWTH_SIZE, "1-[1]/[2]", "[1]/Σ")
    rest = "+".join(f"[{number}]" for number in range(2, count + 1))
    most = "+".join(f"[{number}]" for number in range(1, count))
    yield from (f"[1]/({rest})", f"({most})/[{count}]", f"([1]-({rest}))/({rest})")


def _signed(count: int) -> Iterator[str]:
    for signs in product("+-", repeat=count - 1):
        rest = "".join(f"{sign}[{number}]" for number, sign in enumerate(signs, start=2))
        yield f"[1]{rest}"

"""A ratio told term by term comes out as it is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.disclosure.compose.working import worked
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import unit
from kaocheng.performance.making import figure, share

NAMES = ("甲", "乙", "丙", "丁")


def _terms(formula: str, *values: str) -> str:
    sources = tuple(figure(NAMES[n], Decimal(v), unit("个")) for n, v in enumerate(values))
    ratio: Figure = share("率", Decimal(1), formula, sources)
    terms, tail = worked(ratio, NAMES)
    return "".join(f"{m.words['号']}{m.words['数名']}{m.figures['数'].text}" for m in terms) + tail


@pytest.mark.parametrize(
    ("formula", "values", "told"),
    [
        ("[1]/[2]", ("3", "4"), "甲3÷乙4×100%"),
        ("([1]-[2])/|[2]|", ("3", "4"), "（甲3－乙4）÷乙4×100%"),
        ("([1]-[2])/|[2]|", ("3", "-4"), ""),
        ("|[1]-[2]|/|[2]|", ("3", "4"), "（乙4－甲3）÷乙4×100%"),
        ("([1]+[2]-[3])/([1]+[2])", ("3", "4", "1"), "（甲3+乙4－丙1）÷（甲3+乙4）×100%"),
    ],
)
def test_terms(formula: str, values: tuple[str, ...], told: str) -> None:
    """Signs as in print; nothing where an absolute value would have to be told."""
    assert told == _terms(formula, *values)

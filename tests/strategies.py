"""Shared hypothesis strategies: amounts, intervals and printed figures."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.numerals import show
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY, PERCENT, Unit, unit

HERE = Place("a.txt", line=1)
UNITS = st.sampled_from([*MONEY.values(), PERCENT, unit("件"), unit("人次")])


def decimals(places: int = 2, bound: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Numbers of at most that many decimals."""
    return st.integers(-bound, bound).map(lambda n: Decimal(n).scaleb(-places))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Closed intervals."""
    ends = sorted([draw(decimals()), draw(decimals())])
    return Interval(*ends)


def figure(
    value: str, measure: Unit = MONEY["万元"], *, place: Place = HERE, name: str = ""
) -> Figure:
    """A figure as it would be read from its print."""
    number = Decimal(value.replace(",", ""))
    places = len(value.partition(".")[2])
    return Figure(name, number, measure, places, value + measure.name, place)


@st.composite
def figures(draw: st.DrawFn, measures: st.SearchStrategy[Unit] = UNITS) -> Figure:
    """Printed figures of any unit, with no more decimals than the smallest thing allows."""
    measure = draw(measures)
    places = draw(st.integers(0, 4 if measure.is_money or measure.is_ratio else 0))
    value = draw(decimals(places, 10**8))
    grouped = show(value, places)
    text = grouped if draw(st.booleans()) else grouped.replace(",", "")
    return Figure("", value, measure, places, text + measure.name, HERE)

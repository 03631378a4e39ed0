"""Figures made here (数字的生成): points, shares, amounts and measurements with their lineage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import TOTAL, VALUES
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import PERCENT, Unit, unit
from kaocheng.performance.entries import POINTS
from kaocheng.performance.lifecycle import Evidence
from kaocheng.performance.wording import plainly

_NOWHERE = Place("")
_HUNDREDTH = Decimal("0.01")
_SOURCE = re.compile(r"(?<!print)(?:\[\d+\]|Σ)")


def figure(
    name: str,
    value: Decimal,
    measured: Unit,
    *,
    formula: str = "",
    sources: Iterable[Figure] = (),
    records: Iterable[str] = (),
) -> Figure:
    """A figure as exact as its value; its text without needless noughts."""
    text = plainly(value)
    return Figure(
        name,
        value,
        measured,
        len(text.partition(".")[2]),
        text,
        _NOWHERE,
        formula=formula,
        sources=tuple(sources),
        records=tuple(records),
    )


def as_printed(formula: str) -> str:
    """The formula over its sources as printed: points and shares are taken up rounded."""
    return _SOURCE.sub(lambda match: f"print{match[0]}", formula)


def points(name: str, value: Decimal, formula: str = "", sources: Iterable[Figure] = ()) -> Figure:
    """Points (得分), to hundredths."""
    rounded = value.quantize(_HUNDREDTH, ROUND_HALF_UP)
    return figure(name, rounded, POINTS, formula=as_printed(formula), sources=sources)


def share(name: str, value: Decimal, formula: str, sources: Iterable[Figure]) -> Figure:
    """A share of the whole (比率) in per cent, to hundredths of one per cent."""
    rounded = (value / PERCENT.factor).quantize(_HUNDREDTH, ROUND_HALF_UP)
    made = figure(name, rounded, PERCENT, formula=as_printed(formula), sources=sources)
    text = f"{rounded:.2f}%"
    return Figure(
        name, rounded, PERCENT, 2, text, _NOWHERE, formula=made.formula, sources=made.sources
    )


def count(name: str, ones: Iterable[Figure]) -> Figure:
    """How many of something (个数): the sum of figures that are 1 for what counts and 0 else."""
    added = tuple(ones)
    number = sum((one.value for one in added), Decimal(0))
    return figure(name, number, unit("个"), formula=TOTAL if added else "0", sources=added)


def total(name: str, parts: Iterable[Figure]) -> Figure:
    """The sum of points."""
    added = tuple(parts)
    return points(name, sum((p.value for p in added), Decimal(0)), TOTAL if added else "0", added)


def measured(evidence: Evidence) -> Figure | None:
    """The figure of a measurement, None where it has only a level."""
    if evidence.value is None:
        return None
    return figure(
        evidence.about,
        evidence.value,
        unit(evidence.unit),
        formula=VALUES,
        records=(evidence.number,),
    )

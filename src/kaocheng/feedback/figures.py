"""Rates as figures (数字): what a document prints, with the ratings behind it as its lineage."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.feedback.measures import Proof
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT, SHARE
from kaocheng.kernel.places import Place
from kaocheng.kernel.shares import percent
from kaocheng.kernel.units import PERCENT, unit


def figure(proof: Proof, year: int) -> Figure | None:
    """The rate of a year in per cent, its two counts as sources; None when there is no data."""
    if not proof.whole:
        return None
    text = percent(len(proof.part), len(proof.whole))
    value = Decimal(text.removesuffix("%"))
    name = proof.share.measure.name
    return Figure(
        name, value, PERCENT, -int(value.as_tuple().exponent), text, Place(""), "决算", year,
        formula=SHARE, sources=(_count(f"{name}分子", proof.part), _count(f"{name}分母", proof.whole)),
    )  # fmt: skip


def _count(name: str, numbers: tuple[str, ...]) -> Figure:
    total = len(numbers)
    return Figure(
        name, Decimal(total), unit("条"), 0, str(total), Place(""), formula=COUNT, records=numbers
    )

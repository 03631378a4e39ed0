"""Bands, levels and thresholds as formulas (分档计算式), so that a judgement can be made again.

The formulas are of kernel.lineage: 不超过(a,b) is 1 where a ≤ b and 0 otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import VALUES
from kaocheng.kernel.units import unit
from kaocheng.performance.making import figure
from kaocheng.performance.scoring import Band

YES_NO = ("否", "是")


def banded(value: str, bands: Sequence[Band]) -> str:
    """The share of the band in which `value`, itself a formula, lies; 0 above the last band.

    Written as the last share and what each lower edge changes of it: 1-0.4*不超过(v,2)-0.6*不超过(v,1).
    """
    text, above = "", Decimal(0)
    for band in reversed(bands):
        change, above = band.share - above, band.share
        if band.upto is None:
            text = str(band.share)
        elif change:
            sign = "-" if change < 0 else "+" if text else ""
            text += f"{sign}{abs(change)}*不超过({value},{band.upto})"
    return text or "0"


def levelled(value: str, shares: Sequence[Decimal]) -> str:
    """The share of the level whose number (1 for the first) `value` is."""
    last = len(shares)
    return banded(
        value,
        [Band(Decimal(at) if at < last else None, one) for at, one in enumerate(shares, 1)],
    )


def rung_number(evidence: str) -> str:
    """The number by which the level of an evidence is named among the entries."""
    return f"{evidence}/档次"


def rung(levels: Sequence[str], level: str, evidence: str) -> Figure:
    """The level as a figure (评定档次): its number among the levels, which its name tells.

    Raises ValueError for a level that is not among them.
    """
    told = "，".join(f"{at} {name}" for at, name in enumerate(levels, 1))
    return figure(
        f"评定档次（{told}）",
        Decimal(levels.index(level) + 1),
        unit("档"),
        formula=VALUES,
        records=(rung_number(evidence),),
    )

"""What a scoring method is given and gives (评分方法的输入和得分)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval


class Unscored(Exception):
    """No points can be given (不能计分); its text names what is wrong or not there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a method is given: maximum, the method's data, its figures in order, level and reason.

    `evidence` is the number of the evidence in which the level stands.
    """

    maximum: Decimal
    how: Mapping[str, Any]
    figures: Sequence[Figure] = ()
    measure: str = ""
    level: str = ""
    note: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Earned:
    """Points earned: the interval, the formula over `sources`, and why in a sentence."""

    points: Interval
    formula: str
    why: str
    sources: tuple[Figure, ...] = ()

"""Controls (内控): what a year's entries must keep, each breach with its record, reason and remedy."""

from kaocheng.money.controls.breaches import Breach, Doubts
from kaocheng.money.controls.checking import check

__all__ = ["Breach", "Doubts", "check"]

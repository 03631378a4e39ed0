"""Scores from evidence (自评计分)."""

from __future__ import annotations

from kaocheng.performance.funding import Funding
from kaocheng.performance.lifecycle import PerformanceYear


def evaluations(year: PerformanceYear, funding: Funding) -> object:
    """Every score of the year; see kaocheng.performance.results.Evaluations."""
    raise NotImplementedError

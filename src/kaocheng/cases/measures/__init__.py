"""Measures of cases (办件指标): one declaration gives the number and the cases that prove it."""

from kaocheng.cases.measures.definitions import Base, Condition, Kind, Measure, declared, measures
from kaocheng.cases.measures.particulars import Counted, counted
from kaocheng.cases.measures.periods import Period, year_of
from kaocheng.cases.measures.proving import Proof, figure, prove
from kaocheng.cases.measures.reckoning import Result, reckon, result

__all__ = [
    "Base", "Condition", "Counted", "Kind", "Measure", "Period", "Proof", "Result", "counted", "declared",
    "figure", "measures", "prove", "reckon", "result", "year_of",
]  # fmt: skip

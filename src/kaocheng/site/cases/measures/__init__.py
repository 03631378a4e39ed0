"""Measures of cases in the store (库中指标): counted in SQL by the core's declarations, opened into their cases."""

from kaocheng.site.cases.measures.board import Board, board, result_of
from kaocheng.site.cases.measures.grouping import Look
from kaocheng.site.cases.measures.listing import Side, cases_of, numbers_of, proof_of
from kaocheng.site.cases.measures.monthly import by_month

__all__ = [
    "Board",
    "Look",
    "Side",
    "board",
    "by_month",
    "cases_of",
    "numbers_of",
    "proof_of",
    "result_of",
]

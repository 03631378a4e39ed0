"""Assessment of windows and people (窗口考核): a dated sheet of rules, and the scores records give by it."""

from kaocheng.hall.assessment.scoring import Counts, Ruled, Score, Scored, ranked, score, scored
from kaocheng.hall.assessment.sheets import Grade, Method, Rule, Sheet, Subject, sheet_on

__all__ = [
    "Counts",
    "Grade",
    "Method",
    "Rule",
    "Ruled",
    "Score",
    "Scored",
    "Sheet",
    "Subject",
    "ranked",
    "score",
    "scored",
    "sheet_on",
]

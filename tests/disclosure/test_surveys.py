"""Surveys in prose: who was asked, the answers by grade, the rate."""

from __future__ import annotations

from kaocheng.disclosure.surveys import Survey, surveys
from tests.disclosure.texts import taken

TOLD = "发放问卷300份，收回288份，其中满意201份、基本满意72份、不满意15份，满意度94.8%。\n"


def _only(text: str) -> Survey:
    (survey,) = surveys(taken(text))
    return survey


def test_the_answers_are_of_the_papers_that_came_back() -> None:
    """In full where they go down to 不满意; several ways to count who is satisfied, all good grades first."""
    survey = _only(TOLD)
    assert "288份" == survey.whole.figure.text
    assert ["满意", "基本满意", "不满意"] == [grade for grade, _ in survey.answers]
    assert survey.rate is not None
    assert "94.8%" == survey.rate.figure.text
    assert survey.told_in_full
    assert ["201份", "72份"] == [m.figure.text for m in next(survey.satisfied())]


def test_good_grades_alone_are_not_all_the_answers() -> None:
    """And one grade alone is no survey."""
    assert not _only(TOLD.replace("、不满意15份", "")).told_in_full
    assert [] == list(surveys(taken("收回288份，其中满意201份。\n")))

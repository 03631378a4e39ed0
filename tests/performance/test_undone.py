"""A project that was given up: one step tells all, nothing is asked, nothing is scored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kaocheng.kernel.papers import Sheet
from kaocheng.performance.forecast import forecasts
from kaocheng.performance.integrity import faults_of
from kaocheng.performance.judging import judged
from kaocheng.performance.lifecycle import UNDONE, WHOLE, Goal, PerformanceYear, Step
from kaocheng.performance.measuring import reached
from kaocheng.performance.papers import parts
from kaocheng.performance.selfscore import evaluations
from kaocheng.performance.undone import as_told
from tests.performance.years import CODE, GOAL, funding, year

_STEP = Step(
    CODE, UNDONE, date(2023, 6, 5), "青财预〔2023〕28号", "财力紧张，压减一般性项目。", row=4
)
_BARE = Goal(CODE, "大厅运转", "保障大厅全年正常运转。")
_NAMES = {CODE: "大厅运转"}


def _given_up(**changed: object) -> PerformanceYear:
    return year(**{"goals": (_BARE,), "evidence": (), "steps": (_STEP,), **changed})  # type: ignore[arg-type]


def _errors(made: PerformanceYear, executed: str = "0") -> list[str]:
    """What keeps it out, the scorecard of the department left aside."""
    money = funding(executed=executed)
    scores = evaluations(as_told(made, _NAMES), money)
    own = replace(scores, cards=tuple(card for card in scores.cards if card.subject != WHOLE))
    return [fault.message for fault in judged(made, money, own) if fault.is_error]


def _printed(sheet: Sheet) -> str:
    return "\n".join(box.text for row in (*sheet.head, *sheet.body) for box in row)


def test_one_step_is_enough() -> None:
    """The same project without the step wants its boxes, its stages and its evidence."""
    assert [] == _errors(_given_up())
    assert 10 < len(_errors(_given_up(steps=())))


def test_nothing_is_scored() -> None:
    """No points anywhere, whatever was set by hand before; no total, no grade."""
    made = evaluations(_given_up(), funding(executed="0"))
    form, card = made.projects[0], next(c for c in made.cards if c.subject == CODE)
    assert (None, "", True) == (form.total, form.grade, form.undone)
    assert {"未实施"} == {item.text for item in (*form.every, *card.items)}
    assert None is card.total
    assert () == (*form.missing, *card.missing)


@pytest.mark.parametrize("edition", ["sichuan_2023", "yunnan_2020", "sichuan_2020"])
def test_the_forms_say_so(edition: str) -> None:
    """Reason, document and day stand in the form, with the money; no number stands for a score."""
    made = as_told(_given_up(edition=edition), _NAMES)
    every = parts(made, funding(executed="120000"))
    sheets = [sheet for sheet in every if sheet.kind != "F-E"]
    words = "\n".join(map(_printed, sheets))
    assert "项目未实施：财力紧张，压减一般性项目（青财预〔2023〕28号，2023年6月5日）" in words
    assert "12.00" in words
    assert "未取得数据" not in words


def test_its_quantities_are_missed() -> None:
    """Where every project was given up, none of their quantities is reached, and that is known."""
    pair = reached(_given_up(), Decimal("0.3"))
    assert pair is not None
    assert (0, 2) == (pair[0].value, pair[1].value)


def test_a_project_without_a_goal() -> None:
    """Given up before it had one: printed by the name in the accounts; without the step it is told."""
    bare = _given_up(goals=(), indicators=())
    assert [] == _errors(bare)
    assert ["大厅运转"] == [goal.name for goal in as_told(bare, _NAMES).goals]
    told = _errors(year(goals=(), indicators=(), evidence=()))
    assert ["“大厅运转”全年预算1,292,400.00元，没有支出，也没有编绩效目标"] == told


@pytest.mark.parametrize(
    ("step", "said"),
    [({"basis": ""}, "没有写依据"), ({"note": "同上"}, "没有写原因"),
     ({"subject": WHOLE}, "只说项目")],
)  # fmt: skip
def test_what_the_step_must_hold(step: dict[str, str], said: str) -> None:
    """Its document, its reason, and a project."""
    told = faults_of(_given_up(steps=(replace(_STEP, **step),)), {})
    assert any(said in fault.message for fault in told)
    assert [] == list(faults_of(_given_up(), {}))


def test_evidence_contradicts_it() -> None:
    """What was not carried out has no actual values."""
    told = [fault.message for fault in faults_of(year(steps=(_STEP,)), {})]
    assert "登记了“未实施”，又填了证据或调整得分" in told


def test_it_is_not_forecast() -> None:
    """From the month on in which it was given up."""
    made = _given_up(goals=(GOAL,))
    subjects = [{one.goal.subject for one in forecasts(made, funding(), m)} for m in (5, 6)]
    assert [{CODE, WHOLE}, {WHOLE}] == subjects

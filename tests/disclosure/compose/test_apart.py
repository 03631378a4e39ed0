"""Projects of one name: each bears its code in print, and no number of an entry is used twice."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.disclosure.compose.apart import told_apart
from kaocheng.proof.evidence import evidence
from tests.disclosure.compose.years import ANJU, built
from tests.performance.years import GOAL, year


def test_only_names_borne_twice_get_their_code() -> None:
    """In the accounts and in the goals alike."""
    money = built(ANJU)
    first, second, *rest = money.projects
    alike = replace(money, projects=(first, replace(second, name=first.name), *rest))
    made, _ = told_apart(alike, None)
    wanted = [f"{first.name}（{first.code}）", f"{first.name}（{second.code}）"]
    assert wanted == [one.name for one in made.projects[:2]]
    assert [one.name for one in rest] == [one.name for one in made.projects[2:]]
    goals = (GOAL, replace(GOAL, subject="XM02"))
    _, told = told_apart(money, year(goals=goals))
    assert told is not None
    assert ["大厅运转（XM01）", "大厅运转（XM02）"] == [goal.name for goal in told.goals]


def test_two_goals_of_one_name_are_two_entries() -> None:
    """They are told apart by their codes, so that the year can be proved."""
    twice = year(goals=(GOAL, replace(GOAL, subject="XM02")))
    numbers = [entry.number for entry in evidence(built(ANJU), twice)]
    assert {"绩效目标/XM01", "绩效目标/XM02"} <= set(numbers)

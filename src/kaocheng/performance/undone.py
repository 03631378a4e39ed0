"""Projects that were cancelled (未实施): one step with its day, document and reason tells all of it.

Nothing else is asked of such a project; nothing of it is scored, and its money is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kaocheng.performance.lifecycle import UNDONE, WHOLE, Goal, PerformanceYear, Step
from kaocheng.performance.wording import tells


def undone(year: PerformanceYear, subject: str) -> Step | None:
    """The step by which a project was given up, None where it was not."""
    return next((s for s in year.steps if (s.subject, s.stage) == (subject, UNDONE)), None)


def given_up_by(year: PerformanceYear, subject: str, month: int) -> bool:
    """Whether a project had been given up by the end of a month."""
    step = undone(year, subject)
    return step is not None and (step.on.year, step.on.month) <= (year.year, month)


def sentence(step: Step) -> str:
    """That a project was not carried out, why, by what document and when; without a closing stop."""
    day = f"{step.on.year}年{step.on.month}月{step.on.day}日"
    return f"项目未实施：{step.note.strip().rstrip('。；')}（{step.basis.strip()}，{day}）"


def as_told(year: PerformanceYear, names: Mapping[str, str]) -> PerformanceYear:
    """The year with the boxes of cancelled projects filled in where the unit left them blank.

    `names` are the names of projects by code, for those that were given up before they had a goal.
    """
    known = {goal.subject for goal in year.goals}
    given_up = dict.fromkeys(step.subject for step in year.steps if step.stage == UNDONE)
    added = (
        Goal(subject, names[subject], "没有编制绩效目标")
        for subject in given_up
        if subject not in known and subject in names
    )
    return replace(year, goals=tuple(_told(year, goal) for goal in (*year.goals, *added)))


def _told(year: PerformanceYear, goal: Goal) -> Goal:
    step = undone(year, goal.subject)
    if step is None or goal.subject == WHOLE:
        return goal
    said = sentence(step)
    return replace(
        goal,
        done=said,
        conclusion=f"{UNDONE}，不评分",
        problems=goal.problems if tells(goal.problems) else "项目没有实施，年度目标没有实现",
        measures=goal.measures if tells(goal.measures) else "无",
    )

"""Projects of one name told apart (同名项目): in print each bears its code behind its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear


def told_apart(
    year: AccountsYear, performance: PerformanceYear | None
) -> tuple[AccountsYear, PerformanceYear | None]:
    """Both years with 大厅运转（XM01） for each of several projects or goals of one name."""
    counted = Counter(project.name for project in year.projects)
    projects = tuple(
        replace(one, name=_coded(one.name, one.code)) if counted[one.name] > 1 else one
        for one in year.projects
    )
    return replace(year, projects=projects), _goals(performance)


def _goals(performance: PerformanceYear | None) -> PerformanceYear | None:
    if performance is None:
        return None
    counted = Counter(goal.name for goal in performance.goals)
    goals = tuple(
        replace(one, name=_coded(one.name, one.subject)) if counted[one.name] > 1 else one
        for one in performance.goals
    )
    return replace(performance, goals=goals)


def _coded(name: str, code: str) -> str:
    return f"{name}（{code}）"

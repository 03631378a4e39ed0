"""Projects (项目): who must name one, and what a project may be spent on."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.money.controls.breaches import Breach, Desk
from kaocheng.money.records import BudgetLine, Payment, Project

_PROJECT, _BASIC = "项目支出", "基本支出"


def natures(desk: Desk) -> Iterator[Breach]:
    """项目支出 without a project, 基本支出 with one."""
    for kind in ("budget", "payments"):
        for index, record in desk.judged(kind, "nature", "project"):
            if record.nature == _PROJECT and not record.project:
                yield Breach(kind, index, "project", "项目支出没有写项目代码", "请写项目代码")
            if record.nature == _BASIC and record.project:
                remedy = "请删去项目代码，或把支出性质改成项目支出"
                yield Breach(kind, index, "project", "基本支出不能写项目代码", remedy)


def outside_scope(desk: Desk) -> Iterator[Breach]:
    """Budget lines and payments on subjects their project was not approved for."""
    projects = {project.code: project for _, project in desk.accepted("projects")}
    for kind in ("budget", "payments"):
        for index, record in desk.judged(kind, "function", "economic", "project"):
            project = projects.get(record.project)
            if project is not None:
                yield from _outside(kind, index, record, project)


def _outside(
    kind: str, index: int, record: BudgetLine | Payment, project: Project
) -> Iterator[Breach]:
    if record.function != project.function:
        yield Breach(
            kind,
            index,
            "function",
            f"超出项目“{project.name}”的范围：批复的功能科目是 {project.function}",
            "请核对科目或项目；项目不得改变用途，确需调整的先报批",
        )
    elif project.economics and not record.economic.startswith(project.economics):
        yield Breach(
            kind,
            index,
            "economic",
            f"超出项目“{project.name}”的范围：只能用经济科目 {'、'.join(project.economics)}",
            "请核对科目或项目；确需增列的先报批，再补进“项目”的可用经济科目",
        )

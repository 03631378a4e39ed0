"""At any time (随时): what these moves change."""

from __future__ import annotations

from kaocheng.cases.events import Happening
from kaocheng.cases.records import Agent, Case, HandOver, Task, TaskState, Urging
from kaocheng.cases.tasks import changed
from kaocheng.kernel.remaking import remade


def transfer(case: Case, event: Happening) -> Case:
    """转办：整件转给另一部门，或只转一个环节；决定部门照 `decides` 所写，从前的事件没有写，随牵头部门改变."""
    facts = event.facts
    unit = facts["unit"]
    if "task" in facts:
        return remade(case, tasks=changed(case.tasks, facts["task"], lambda t: _moved(t, unit)))
    before = case.unit
    role, decides = case.decider
    return remade(
        case,
        unit=unit,
        decider=(role, facts.get("decides") or (unit if decides == before else decides)),
        tasks=tuple(
            _moved(t, unit) if t.unit == before and t.state is not TaskState.DONE else t
            for t in case.tasks
        ),
    )


def _moved(task: Task, unit: str) -> Task:
    return remade(task, unit=unit, assignee="")


def urge(case: Case, event: Happening) -> Case:
    """催办：记下谁在何时催."""
    urging = Urging(event.at, event.actor, event.role, event.facts["reason"])
    return remade(case, urgings=(*case.urgings, urging))


def entrust(case: Case, event: Happening) -> Case:
    """委托帮办代办：记下帮办人员和委托书."""
    return remade(case, agent=Agent(event.facts["agent"], event.facts["letter"], event.at))


def hand_over(case: Case, event: Happening) -> Case:
    """跨域移交：记下对方、方向和移交的材料."""
    facts = event.facts
    passed = HandOver(
        facts["region"],
        facts["direction"],
        facts["reference"],
        event.at,
        tuple(facts.get("materials", ())),
    )
    return remade(case, hand_overs=(*case.hand_overs, passed))

"""Whose case it is (权限范围): the applicant's own, the department's, the one that decides, one task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kaocheng.cases.events import Actor
from kaocheng.cases.moves import Move
from kaocheng.cases.records import Case, Special
from kaocheng.cases.states import TaskState
from kaocheng.cases.tasks import downstream
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal

HALL_SIDE = frozenset({Role.WINDOW_CLERK, Role.ISSUER, Role.HALL_SUPERVISOR, Role.INSPECTOR})
"""Roles that work for all departments (综合窗口、出件、大厅、监察)."""
WHOLE = ""
"""In place of a task: the whole case (整件)."""


def outside(case: Case, scope: str, role: str, by: Actor, task: str = WHOLE) -> Refusal | None:
    """Why this person may not touch this case or this task of it, None when he may."""
    if role == Role.APPLICANT:
        return None if by.applicant == case.applicant else _no(case, "不是您的申请")
    return _SCOPES[scope](case, role, by, task)


def out_of_reach(case: Case, move: Move, role: str, by: Actor) -> Refusal | None:
    """Why this person may make this move on no part of the case, None when he may on some (可办范围)."""
    refused = outside(case, move.scope, role, by)
    if refused is None or not any(field.kind in _OF_TASKS for field in move.fields):
        return refused
    own = (outside(case, move.scope, role, by, task.key) is None for task in case.tasks)
    return None if any(own) else refused


_OF_TASKS = frozenset({"task", "tasks", "special"})
"""Kinds of fields that name a task, or what belongs to one."""


def touched(case: Case, move: Move, facts: Mapping[str, Any]) -> Iterable[str]:
    """The tasks a move touches, `WHOLE` for the whole case (涉及环节); none where what it names is not there."""
    if "tasks" in facts:
        again = downstream(case.tasks, facts["tasks"])
        done = {task.key for task in case.tasks if task.state is TaskState.DONE}
        return sorted(set(facts["tasks"]) | again & done)
    if any(field.kind == "special" for field in move.fields):
        return [special.task for special in case.specials if special.number == facts["number"]]
    return [facts.get("task", WHOLE)]


def leads(case: Case, unit: str) -> bool:
    """Whether this department has the case as a whole in hand, or decides it (牵头部门、决定部门)."""
    return unit in (case.unit, case.decider[1])


def owns_special(case: Case, special: Special, unit: str) -> bool:
    """Whether a special procedure is this department's: its own task's, or for the whole case the lead's."""
    task = case.task(special.task)
    return task.unit == unit if task else leads(case, unit)


def units_of(case: Case) -> frozenset[str]:
    """The departments that have a part in the case (承办部门), one that is offered the decision among them."""
    working = (t.unit for t in case.tasks if t.state is not TaskState.ENDED)
    offered = (case.pending.unit,) if case.pending and case.pending.unit else ()
    return frozenset((case.unit, case.decider[1], *working, *offered))


def _any(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    return None


def _hall(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    if role in HALL_SIDE or by.unit in units_of(case):
        return None
    return _no(case, "不归您的部门承办")


def _unit(case: Case, role: str, by: Actor, task: str) -> Refusal | None:
    """A task its own department's, the whole case the lead's or the decider's."""
    found = case.task(task)
    if role in HALL_SIDE or (found is None and leads(case, by.unit)):
        return None
    if found is None:
        return _no(case, "整件由牵头部门或决定部门办理，您的部门只办自己的环节，请选定环节")
    return None if by.unit == found.unit else _no(case, f"“{found.name}”归{found.unit}承办")


def _results(case: Case, role: str, by: Actor, task: str) -> Refusal | None:
    """The lead and the decider any result, another department its own."""
    return None if leads(case, by.unit) else _unit(case, role, by, task)


def _task(case: Case, role: str, by: Actor, task: str) -> Refusal | None:
    found = case.task(task)
    if found is None:
        return None
    if by.unit != found.unit:
        return _no(case, f"“{found.name}”归{found.unit}承办")
    if role not in (found.role, Role.CHIEF_REPRESENTATIVE):
        return _no(case, f"“{found.name}”须由{Role(found.role).title}办理")
    return None


def _decider(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    wanted, unit = case.decider
    if role not in (wanted, Role.CHIEF_REPRESENTATIVE):
        return _no(case, f"须由{Role(wanted).title}决定")
    if by.unit != unit and not (role == Role.WINDOW_CLERK and by.authorised):
        return _no(case, f"归{unit}决定")
    return None


def _deciding(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    unit = case.decider[1]
    return None if by.unit == unit else _no(case, f"归{unit}决定")


def _offered(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    unit = case.pending.unit if case.pending else ""
    return None if unit and by.unit == unit else _no(case, "没有要移交给您的部门决定")


def _offering(case: Case, role: str, by: Actor, task: str) -> Refusal | None:
    return _offered(case, role, by, task) and _deciding(case, role, by, task)


def _no(case: Case, why: str) -> Refusal:
    return Refusal("case.scope", f"办件 {case.number} {why}。", "请由承办的部门和人员办理。")


_SCOPES: Mapping[str, Callable[[Case, str, Actor, str], Refusal | None]] = {
    "own": _any,
    "any": _any,
    "hall": _hall,
    "unit": _unit,
    "results": _results,
    "task": _task,
    "decider": _decider,
    "deciding": _deciding,
    "offered": _offered,
    "offering": _offering,
}
SCOPES = frozenset(_SCOPES)
"""The words `scope` may hold in moves.toml."""

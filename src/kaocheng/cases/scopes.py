"""Whose case it is (权限范围): the applicant's own, the department's, the one that decides, one task."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kaocheng.cases.events import Actor
from kaocheng.cases.records import Case
from kaocheng.cases.states import TaskState
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal

HALL_SIDE = frozenset({Role.WINDOW_CLERK, Role.ISSUER, Role.HALL_SUPERVISOR, Role.INSPECTOR})
"""Roles that work for all departments (综合窗口、出件、大厅、监察)."""


def outside(case: Case, scope: str, role: str, by: Actor, task: str = "") -> Refusal | None:
    """Why this person may not touch this case, None when he may."""
    if role == Role.APPLICANT:
        return None if by.applicant == case.applicant else _no(case, "不是您的申请")
    return _SCOPES[scope](case, role, by, task)


def units_of(case: Case) -> frozenset[str]:
    """The departments that have a part in the case (承办部门)."""
    working = (t.unit for t in case.tasks if t.state is not TaskState.ENDED)
    return frozenset((case.unit, case.decider[1], *working))


def _any(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    return None


def _hall(case: Case, role: str, by: Actor, task: str) -> Refusal | None:  # noqa: ARG001
    if role in HALL_SIDE or by.unit in units_of(case):
        return None
    return _no(case, "不归您的部门承办")


def _unit(case: Case, role: str, by: Actor, task: str) -> Refusal | None:
    found = case.task(task) if task else None
    if found is not None and role not in HALL_SIDE:
        return None if by.unit == found.unit else _no(case, f"“{found.name}”归{found.unit}承办")
    return _hall(case, role, by, task)


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


def _no(case: Case, why: str) -> Refusal:
    return Refusal("case.scope", f"办件 {case.number} {why}。", "请由承办的部门和人员办理。")


_SCOPES: Mapping[str, Callable[[Case, str, Actor, str], Refusal | None]] = {
    "own": _any,
    "any": _any,
    "hall": _hall,
    "unit": _unit,
    "task": _task,
    "decider": _decider,
}
SCOPES = frozenset(_SCOPES)
"""The words `scope` may hold in moves.toml."""

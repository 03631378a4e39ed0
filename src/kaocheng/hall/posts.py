"""Posts (岗位): what a person does in the hall, and so what that person may do on the site."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The part a person plays (角色); `title` is what the site calls it."""

    APPLICANT = "applicant"
    WINDOW_CLERK = "window_clerk"
    APPROVER = "approver"
    CHIEF_REPRESENTATIVE = "chief_representative"
    ISSUER = "issuer"
    HALL_SUPERVISOR = "hall_supervisor"
    DEPARTMENT_MANAGER = "department_manager"
    CATALOGUE_MANAGER = "catalogue_manager"
    FINANCE_OFFICER = "finance_officer"
    EVALUATOR = "evaluator"
    INSPECTOR = "inspector"
    SYSTEM_MANAGER = "system_manager"

    @property
    def title(self) -> str:  # type: ignore[override]  # nobody title-cases a role
        """The official name (角色名称)."""
        return _TITLES[self]


_TITLES = {
    Role.APPLICANT: "申请人",
    Role.WINDOW_CLERK: "窗口受理",
    Role.APPROVER: "审批",
    Role.CHIEF_REPRESENTATIVE: "首席代表",
    Role.ISSUER: "出件",
    Role.HALL_SUPERVISOR: "大厅主管",
    Role.DEPARTMENT_MANAGER: "部门管理员",
    Role.CATALOGUE_MANAGER: "目录管理",
    Role.FINANCE_OFFICER: "财务",
    Role.EVALUATOR: "评价组",
    Role.INSPECTOR: "监察",
    Role.SYSTEM_MANAGER: "系统管理",
}

STAFF = frozenset(Role) - {Role.APPLICANT}
"""Everybody who works here (工作人员)."""

"""Ranks (管理权限): whom a manager may manage and which posts he may give."""

from __future__ import annotations

from kaocheng.hall.posts import STAFF, Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account

UNDER_DEPARTMENT = frozenset(
    {Role.WINDOW_CLERK, Role.APPROVER, Role.CHIEF_REPRESENTATIVE, Role.ISSUER}
)
"""Posts a department manager may give, and the only ones the people he manages may hold."""


def givable(by: Account) -> frozenset[Role]:
    """The roles this manager may give (可授予的岗位)."""
    if Role.SYSTEM_MANAGER in by.roles:
        return STAFF
    return UNDER_DEPARTMENT if Role.DEPARTMENT_MANAGER in by.roles else frozenset()


def check_may_manage(by: Account | str, account: Account) -> None:
    """Raise `Refusal` unless this manager may change this account; a text stands for the system."""
    if isinstance(by, str):
        return
    if by.pk == account.pk:
        raise Refusal(
            "account.self", "不能管理自己的账号。", "请由另一名系统管理或部门管理员办理。"
        )
    if not type(account).objects.visible_to(by).filter(pk=account.pk).exists():
        raise Refusal("account.scope", "这个账号不在您的管理范围内。", "请联系系统管理。")
    beyond = (account.roles & STAFF) - givable(by)
    if beyond:
        held = "、".join(role.title for role in sorted(beyond))
        raise Refusal("account.rank", f"对方的岗位（{held}）不由您管理。", "请联系系统管理。")


def check_may_give(by: Account | str, role: Role, unit: str) -> None:
    """Raise `Refusal` unless this manager may give this role in this department."""
    if isinstance(by, str):
        return
    if role not in givable(by):
        raise Refusal("post.rank", f"您不能授予“{role.title}”岗位。", "请联系系统管理。")
    if Role.SYSTEM_MANAGER not in by.roles and unit != by.unit:
        raise Refusal("post.scope", "只能授予本部门的岗位。", "请把部门改为本部门。")

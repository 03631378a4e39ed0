"""Addresses (网址): 监督."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page
from kaocheng.site.supervision.pages import board

WATCHERS = frozenset(
    {Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE}
)

app_name = "supervision"
urlpatterns = [
    page(
        "", board.board, name="board", may=WATCHERS,
        entry=Entry("运行看板", "在办、办结、超期和各部门负荷", Group.SUPERVISION, place=5, key="4"),
    ),
    page(
        "late/", board.late, name="late", may=WATCHERS,
        entry=Entry("超期件", "哪些件超期，卡在哪个环节", Group.SUPERVISION, place=10),
    ),
]  # fmt: skip

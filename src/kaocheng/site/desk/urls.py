"""Addresses (网址): 工作台."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page
from kaocheng.site.desk.pages import case, closing, intake, listing, moving, person, queue

DESK = frozenset({Role.WINDOW_CLERK, Role.APPROVER, Role.CHIEF_REPRESENTATIVE, Role.ISSUER})
AT_WINDOW = frozenset({Role.WINDOW_CLERK, Role.ISSUER})
SEERS = DESK | {Role.DEPARTMENT_MANAGER, Role.HALL_SUPERVISOR, Role.INSPECTOR}

app_name = "desk"
urlpatterns = [
    page(
        "", queue.queue, name="queue", may=DESK | {Role.DEPARTMENT_MANAGER},
        entry=Entry("今日待办", "等您办理的件，最急的在前", Group.CASES, place=5, key="1"),
    ),
    page(
        "new/", intake.choose, name="choose", may={Role.WINDOW_CLERK},
        entry=Entry("接件", "选事项，登记申请人和材料", Group.WINDOW, place=5, key="2"),
    ),
    page("new/<str:item>/", intake.intake, name="intake", may={Role.WINDOW_CLERK}),
    page(
        "cases/", listing.listing, name="cases", may=SEERS,
        entry=Entry("办件查询", "按编号、事项、状态、时限查办件", Group.CASES, place=10, key="3"),
    ),
    page("cases.csv", listing.export, name="export", may=SEERS),
    page("cases/<str:number>/", case.case, name="case", may=SEERS),
    page("cases/<str:number>/clock/<str:name>/", case.clock, name="clock", may=SEERS),
    page("cases/<str:number>/applicant/", person.person, name="person", may=SEERS),
    page("cases/<str:number>/closing/<str:key>/", closing.closing, name="closing", may=DESK),
    page("cases/<str:number>/rating/", closing.push, name="push", may=AT_WINDOW),
    page("cases/<str:number>/moves/<str:key>/", moving.move, name="move", may=SEERS),
]  # fmt: skip

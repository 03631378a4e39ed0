"""Addresses (网址): 法定数据."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.law.pages import calendars, figures, notices, own

KEEPERS = frozenset({Role.SYSTEM_MANAGER, Role.INSPECTOR})

app_name = "law"
urlpatterns = [
    page(
        "calendar/", calendars.this_year, name="calendar", may=ANYONE,
        entry=Entry("工作日历", "哪天上班、哪天放假，依据哪份通知", Group.SERVICE, place=80),
    ),
    page("calendar/<int:year>/", calendars.year, name="year", may=ANYONE),
    page(
        "deadline/", calendars.deadline, name="deadline", may=ANYONE,
        entry=Entry("期限推算", "从一天起若干工作日到哪天，逐日列明", Group.SERVICE, place=81),
    ),
    page(
        "figures/", figures.figures, name="figures", may=ANYONE,
        entry=Entry("法定期限", "办事和申请公开的法定期限及其依据", Group.SERVICE, place=82),
    ),
    page(
        "notices/", notices.notices, name="notices", may=KEEPERS,
        entry=Entry("放假安排", "录入国务院通知，看清影响后批准", Group.SYSTEM, place=40),
    ),
    page("notices/new/", notices.new_notice, name="new-notice", may=KEEPERS),
    page("notices/<int:number>/", notices.notice, name="notice", may=KEEPERS),
    page("notices/<int:number>/approve/", notices.approve, name="approve", may=KEEPERS),
    page("notices/<int:number>/reject/", notices.reject, name="reject", may=KEEPERS),
    page(
        "local/", own.local_values, name="local-values", may=KEEPERS,
        entry=Entry("本地取值", "国家没有规定的数，本县自何日起定为多少", Group.SYSTEM, place=41),
    ),
    page("local/<int:number>/approve/", own.approve_local, name="approve-local", may=KEEPERS),
    page("local/<int:number>/reject/", own.reject_local, name="reject-local", may=KEEPERS),
    page("local/<str:name>/set/", own.set_local, name="set-local", may=KEEPERS),
]  # fmt: skip

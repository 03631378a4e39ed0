"""Addresses (网址): 一件事."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.themes.pages import applying, cases, composing, public

KEEPERS = frozenset({Role.CATALOGUE_MANAGER})
CLERKS = frozenset({Role.WINDOW_CLERK})
STAFF = frozenset({
    Role.WINDOW_CLERK, Role.APPROVER, Role.CHIEF_REPRESENTATIVE, Role.ISSUER, Role.DEPARTMENT_MANAGER,
    Role.HALL_SUPERVISOR, Role.INSPECTOR,
})  # fmt: skip
ME = frozenset({Role.APPLICANT})

app_name = "themes"
urlpatterns = [
    page(
        "", public.themes, name="themes", may=ANYONE,
        entry=Entry("一件事", "几件事一次办：一张表单、一套材料、一个期限", Group.SERVICE, place=20),
    ),
    page(
        "manage/", composing.managed, name="managed", may=KEEPERS,
        entry=Entry("一件事主题", "梳理、录入、上线主题，看省了多少", Group.CATALOGUE, place=60),
    ),
    page("manage/new/", composing.new, name="new", may=KEEPERS),
    page("manage/<str:number>/", composing.theme, name="theme", may=KEEPERS),
    page("manage/<str:number>/head/", composing.head, name="head", may=KEEPERS),
    page("manage/<str:number>/items/<str:item>/", composing.item, name="item", may=KEEPERS),
    page("manage/<str:number>/items/<str:item>/drop/", composing.drop, name="drop", may=KEEPERS),
    page("manage/<str:number>/moves/<str:move>/", composing.move, name="move", may=KEEPERS),
    page(
        "cases/", cases.cases, name="cases", may=STAFF | ME,
        entry=Entry("联办件", "一件事申请的全部事项办到哪里", Group.CASES, place=20),
    ),
    page("cases/<str:number>/", cases.case, name="case", may=STAFF | ME),
    page("cases/<str:number>/advance/", cases.advance, name="advance", may=CLERKS),
    page("<str:number>/", public.guide, name="guide", may=ANYONE),
    page("<str:number>/apply/", applying.apply, name="apply", may=ME),
    page("<str:number>/take/<str:applicant>/", applying.take_in, name="take_in", may=CLERKS),
]  # fmt: skip

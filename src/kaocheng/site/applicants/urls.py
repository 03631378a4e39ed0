"""Addresses (网址): 申请人."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.kinds import purposes
from kaocheng.site.applicants.pages import own, staff
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import page

ME = frozenset({Role.APPLICANT})
READERS = frozenset[Role]().union(*(purpose.roles for purpose in purposes().values()))
FINDERS = frozenset({Role.WINDOW_CLERK, Role.ISSUER, Role.CHIEF_REPRESENTATIVE, Role.INSPECTOR})
CLERKS = frozenset({Role.WINDOW_CLERK})

app_name = "applicants"
urlpatterns = [
    page(
        "", staff.search, name="search", may=FINDERS,
        entry=Entry("申请人", "按完整的证件号码或电话查找", Group.CASES, place=30),
    ),
    page(
        "me/", own.own, name="own", may=ME,
        entry=Entry("我的信息", "登记的信息、谁看过、谁代我办", Group.SERVICE, place=45),
    ),
    page("me/looks/", own.looks, name="looks", may=ME),
    page("me/mandates/", own.mandate, name="own_mandate", may=ME),
    page("me/mandates/<str:mandate>/revoke/", own.revoke, name="own_revoke", may=ME),
    page("<str:number>/", staff.applicant, name="applicant", may=READERS),
    page("<str:number>/verify/", staff.verify, name="verify", may=CLERKS),
    page("<str:number>/join/", staff.join, name="join", may=CLERKS),
    page("<str:number>/rename/", staff.rename, name="rename", may=CLERKS),
    page("<str:number>/unlink/", staff.unlink, name="unlink", may=CLERKS),
    page("<str:number>/mandates/", staff.mandate, name="mandate", may=CLERKS),
    page("<str:number>/mandates/<str:mandate>/revoke/", staff.revoke, name="revoke", may=CLERKS),
]  # fmt: skip

"""Addresses (网址): 网上大厅."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.portal.pages import applying, mine, tracking

ME = frozenset({Role.APPLICANT})

app_name = "portal"
urlpatterns = [
    page("apply/<str:item>/", applying.apply, name="apply", may=ME),
    page("my/profile/", applying.profile, name="profile", may=ME),
    page(
        "my/", mine.mine, name="mine", may=ME,
        entry=Entry("我的办件", "看进度、补材料、催办、撤回", Group.SERVICE, place=30),
    ),
    page("my/<str:number>/", mine.case, name="case", may=ME),
    page("my/<str:number>/<str:key>/", mine.move, name="move", may=ME),
    page("track/<str:number>/<str:code>/", tracking.by_code, name="track_code", may=ANYONE),
    page(
        "track/", tracking.track, name="track", may=ANYONE,
        entry=Entry("进度查询", "凭办件编号和查询码查办到哪一步", Group.SERVICE, place=40),
    ),
]  # fmt: skip

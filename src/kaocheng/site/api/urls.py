"""Addresses (网址): 接口."""

from __future__ import annotations

from django.urls import path

from kaocheng.hall.posts import Role
from kaocheng.site.api.interface import api
from kaocheng.site.api.pages import documentation, tokens
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page

MANAGERS = frozenset({Role.SYSTEM_MANAGER})

app_name = "api"
urlpatterns = [
    path("v1/", api.urls),
    page(
        "", documentation.documentation, name="documentation", may=ANYONE,
        entry=Entry("接口文档", "其他系统怎样查事项、申办、查进度、取号", Group.SYSTEM, place=90),
    ),
    page(
        "tokens/", tokens.tokens, name="tokens", may=MANAGERS,
        entry=Entry("接口令牌", "发放和收回其他系统用的令牌", Group.SYSTEM, place=60),
    ),
    page("tokens/new/", tokens.issue, name="issue", may=MANAGERS),
    page("tokens/<str:number>/revoke/", tokens.revoke, name="revoke", may=MANAGERS),
]  # fmt: skip

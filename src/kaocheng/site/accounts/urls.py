"""Addresses (网址): 账号与岗位."""

from __future__ import annotations

from kaocheng.site.accounts.pages import mine
from kaocheng.site.base.routes import SIGNED_IN, page

app_name = "accounts"
urlpatterns = [page("mine/", mine.mine, name="mine", may=SIGNED_IN)]

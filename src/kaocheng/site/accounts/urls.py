"""Addresses (网址): 账号与岗位."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.pages import keys, mine, people, posts
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import SIGNED_IN, page

MANAGERS = frozenset({Role.SYSTEM_MANAGER, Role.DEPARTMENT_MANAGER})

app_name = "accounts"
urlpatterns = [
    page("mine/", mine.mine, name="mine", may=SIGNED_IN),
    page(
        "people/", people.people, name="people", may=MANAGERS,
        entry=Entry("人员账号", "开立账号、授予岗位、停用和重置密码", Group.SYSTEM, place=10),
    ),
    page("people/new/", people.new_person, name="new-person", may=MANAGERS),
    page("people/<int:number>/", people.person, name="person", may=MANAGERS),
    page("people/<int:number>/change/", people.change_person, name="change-person", may=MANAGERS),
    page("people/<int:number>/lock/", keys.lock, name="lock", may=MANAGERS),
    page("people/<int:number>/unlock/", keys.unlock, name="unlock", may=MANAGERS),
    page("people/<int:number>/password/", keys.new_password, name="new-password", may=MANAGERS),
    page("people/<int:number>/factors/", keys.no_second_factor, name="no-factors", may=MANAGERS),
    page("people/<int:number>/posts/new/", posts.new_post, name="new-post", may=MANAGERS),
    page("people/<int:number>/posts/<int:post>/", posts.last_day, name="end-post", may=MANAGERS),
]  # fmt: skip

"""The frame of every page: header, menu, switches of display."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from kaocheng.hall.posts import Role
from tests.site.conftest import ClientOf


@pytest.mark.django_db
def test_a_stranger_sees_the_sign_in_page_in_chinese(client: Client) -> None:
    """With a way to skip to the text, a title and labels for the boxes."""
    text = client.get("/account/login/").content.decode()
    for wanted in ('lang="zh-Hans"', "跳到正文", "<title>登录 · ", '<label for="id_login">'):
        assert wanted in text


def test_the_frame_names_the_reader(client_of: ClientOf) -> None:
    """The header tells who has signed in, in which role."""
    browser = client_of(Role.APPROVER, unit="甲局")
    text = browser.get("/account/mine/").content.decode()
    assert browser.account.display_name in text
    assert Role.APPROVER.title in text


@pytest.mark.django_db
def test_large_type_is_switched_on_and_off(client: Client) -> None:
    """The choice stays in a cookie; the reader comes back to the page."""
    for shown in (True, False):
        answer = client.post("/base/display/", {"turn": "large", "back": "/account/login/"})
        assert (302, "/account/login/") == (answer.status_code, answer["Location"])
        text = client.get("/account/login/").content.decode()
        assert shown is ('<html lang="zh-Hans" class="large">' in text)


@pytest.mark.django_db
def test_the_switch_never_leads_off_the_site(client: Client) -> None:
    """A foreign way back is not taken."""
    answer = client.post("/base/display/", {"turn": "contrast", "back": "https://else.example/"})
    assert "/" == answer["Location"]


@pytest.mark.django_db
def test_the_first_page_asks_what_is_to_be_done(client: Client) -> None:
    """Its words arrive where items are searched; entries beyond the first few stand under 更多."""
    text = client.get("/").content.decode()
    form = re.search(r'<form method="get" action="([^"]+)" role="search"', text)
    assert form
    found = client.get(form[1], {"q": "没有这样的事"}).content.decode()
    assert 'value="没有这样的事"' in found
    assert 5 == text.partition('<details class="drop">')[0].count("<a href=", text.index("top-nav"))


def test_the_menu_of_staff(client_of: ClientOf) -> None:
    """Their own work first, by groups; the page they are on is marked; nothing of others."""
    text = client_of(Role.INSPECTOR, unit="甲局").get("/law/notices/new/").content.decode()
    menu = text.partition('class="side-nav"')[2].partition("</nav>")[0]
    assert 1 == menu.count("aria-current")
    assert "放假安排" in menu.partition("aria-current")[2].partition("</a>")[0]
    assert "接件" not in menu
    assert menu.index("查阅记录") < menu.index("公开页面") < menu.index("办事指南")


def test_pages_of_those_signed_in_are_not_kept(client_of: ClientOf) -> None:
    """Window computers have many users, and a key that goes back."""
    assert "no-store" in client_of(Role.APPROVER).get("/account/mine/")["Cache-Control"]


def test_a_page_asks_the_database_little(
    client_of: ClientOf,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """Session, account, posts: what the frame costs, before the page has done its work."""
    browser = client_of(Role.WINDOW_CLERK, unit="甲局")
    browser.get("/base/workbench/")
    with django_assert_max_num_queries(3):
        browser.get("/base/workbench/")

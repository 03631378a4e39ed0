"""The frame of every page: header, menu, switches of display."""

from __future__ import annotations

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

"""Signing in: locked out after five failures, few sessions at once, the second factor, the way in from outside."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent, StoredRefusal
from tests.site.conftest import PASSWORD, AccountOf, ClientOf

LOGIN, NEW = "/account/login/", "Another-2026-way"


def _sign_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": name, "password": password})


def test_staff_come_to_their_workbench(account_of: AccountOf, client: Client) -> None:
    """Applicants to the hall's first page; each sign-in is noted."""
    for role, page in ((Role.APPROVER, "/base/workbench/"), (Role.APPLICANT, "/")):
        account = account_of(role)
        answer = _sign_in(client, account.username)
        assert (302, page) == (answer.status_code, answer["Location"])
        assert StoredEvent.objects.filter(
            stream=f"account/{account.pk}", kind="account.signed_in"
        ).exists()
        client.post("/account/logout/")


def test_five_failures_lock(account_of: AccountOf, client: Client) -> None:
    """The right password does not help then; a sentence says for how long; it is noted."""
    account = account_of(Role.APPROVER)
    for _ in range(4):
        answer = _sign_in(client, account.username, "wrong")
        assert "登录名或密码不正确" in answer.content.decode()
    _sign_in(client, account.username, "wrong")
    answer = _sign_in(client, account.username)
    assert 429 == answer.status_code
    assert "15 分钟内不能再试" in answer.content.decode()
    assert StoredRefusal.objects.exists()
    assert 302 == _sign_in(Client(REMOTE_ADDR="10.0.0.9"), account.username).status_code


def test_a_stranger_is_not_told_who_exists(account_of: AccountOf, client: Client) -> None:
    """The same sentence for a wrong password and for a name nobody has."""
    account_of(Role.APPROVER)
    texts = {
        _sign_in(client, name, "wrong")
        .content.decode()
        .partition("error-summary")[2]
        .partition("</div>")[0]
        for name in ("approver-1", "nobody-at-all")
    }
    assert 1 == len(texts)


def test_an_issued_password_is_changed_first(account_of: AccountOf, client: Client) -> None:
    """No page before that; then all of them."""
    account = account_of(Role.APPROVER)
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    _sign_in(client, account.username)
    assert "/account/password/" == client.get("/base/workbench/")["Location"]
    changed = client.post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    )
    assert "/account/mine/" == changed["Location"]
    assert 200 == client.get("/base/workbench/").status_code
    kinds = StoredEvent.objects.filter(stream=f"account/{account.pk}").values_list(
        "kind", flat=True
    )
    assert "account.password_changed" in kinds


@pytest.mark.parametrize("password", ["Short-1", PASSWORD, "approver-1-A"])
def test_a_bad_new_password_is_refused(
    account_of: AccountOf, client: Client, password: str
) -> None:
    """Too short, the one in use, or the name one signs in with."""
    client.force_login(account_of(Role.APPROVER))
    answer = client.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )
    assert 200 == answer.status_code
    assert "error-summary" in answer.content.decode()


def test_a_password_grows_old_where_the_place_says_so(
    client_of: ClientOf, settings: Settings
) -> None:
    """After so many days it is to be changed; by default never."""
    browser = client_of(Role.APPROVER)
    old = timezone.now() - timedelta(days=91)
    Account.objects.filter(pk=browser.account.pk).update(password_changed_at=old)
    assert 200 == browser.get("/base/workbench/").status_code
    settings.PASSWORD_DAYS = 90
    assert "/account/password/" == browser.get("/base/workbench/")["Location"]


def test_the_oldest_session_gives_way(account_of: AccountOf) -> None:
    """Three at once; with the fourth sign-in the first is out."""
    account = account_of(Role.WINDOW_CLERK)
    browsers = [Client() for _ in range(4)]
    for browser in browsers:
        _sign_in(browser, account.username)
    pages = [browser.get("/account/mine/") for browser in browsers]
    assert [302, 200, 200, 200] == [page.status_code for page in pages]
    assert "较早的 1 个登录已自动退出" in pages[3].content.decode()


@pytest.mark.parametrize(
    ("key", "over"), [("seen", timedelta(minutes=31)), ("since", timedelta(hours=13))]
)
def test_a_session_ends_when_idle_or_old(client_of: ClientOf, key: str, over: timedelta) -> None:
    """The reader is told why, and comes back to the page after signing in."""
    browser = client_of(Role.APPROVER)
    browser.get("/account/mine/")
    session = browser.session
    session[key] = int((timezone.now() - over).timestamp())
    session.save()
    answer = browser.get("/account/mine/", follow=True)
    assert "自动退出" in answer.content.decode()
    assert answer.redirect_chain[-1][0].endswith("?next=/account/mine/")


def test_a_page_that_refreshes_itself_keeps_nobody_signed_in(client_of: ClientOf) -> None:
    """Its requests do not count as work."""
    browser = client_of(Role.APPROVER)
    browser.get("/account/mine/")
    for headers, counts in (({"X-Background": "1"}, False), ({}, True)):
        session = browser.session
        session["seen"] = before = session["seen"] - 600
        session.save()
        browser.get("/account/mine/", headers=headers)
        assert counts is (browser.session["seen"] > before)


def test_a_role_that_needs_a_second_factor(client_of: ClientOf, settings: Settings) -> None:
    """Every page leads to binding one, until one is bound; other roles are not asked."""
    settings.MFA_ROLES = ["inspector"]
    assert 200 == client_of(Role.APPROVER).get("/base/workbench/").status_code
    browser = client_of(Role.INSPECTOR)
    assert "/account/factors/app/" == browser.get("/base/workbench/")["Location"]
    Authenticator.objects.create(user=browser.account, type=Authenticator.Type.TOTP, data={})
    assert 200 == browser.get("/base/workbench/").status_code


def test_binding_an_app_and_signing_in_with_it(account_of: AccountOf, client: Client) -> None:
    """From the square code to the sign-in with a code of it; the secret lies encrypted."""
    account = account_of(Role.INSPECTOR)
    _sign_in(client, account.username)
    page = client.get("/account/factors/app/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    bound = client.post("/account/factors/app/", {"code": _code(secret)})
    assert "/account/factors/codes/" == bound["Location"]
    assert 10 == client.get("/account/factors/codes/").content.decode().count("<li><code>")
    stored = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    assert secret not in str(stored.data)
    other = Client()
    assert (
        "/account/factors/login/" == _sign_in(other, account.username)["Location"].partition("?")[0]
    )
    assert 302 == other.get("/base/workbench/").status_code
    codes = Authenticator.objects.get(user=account, type=Authenticator.Type.RECOVERY_CODES)
    spare = codes.wrap().get_unused_codes()[0]
    assert "/base/workbench/" == other.post("/account/factors/login/", {"code": spare})["Location"]
    assert 200 == other.get("/base/workbench/").status_code


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_registering(client: Client, db: None, county: str) -> None:
    """A new account is an applicant's, and is signed in."""
    form = {"username": "新用户一", "password1": NEW, "password2": NEW}
    assert 302 == client.post("/account/signup/", form).status_code
    account = Account.objects.get(username="新用户一")
    assert ({Role.APPLICANT}, county) == (account.roles, account.county)
    assert 200 == client.get("/account/mine/").status_code


@pytest.mark.parametrize("name", ["13800000000", "11010119000101001X", "110101190001010010"])
def test_a_personal_number_is_no_name(client: Client, db: None, name: str) -> None:
    """Names are seen by others."""
    text = client.post(
        "/account/signup/", {"username": name, "password1": NEW, "password2": NEW}
    ).content.decode()
    assert "不要用身份证号、手机号" in text
    assert not Account.objects.exists()


def test_registration_can_be_closed(client: Client, db: None, settings: Settings) -> None:
    """The page says what to do instead."""
    settings.SIGNUP_OPEN = False
    assert "网上注册暂时关闭" in client.get("/account/signup/").content.decode()

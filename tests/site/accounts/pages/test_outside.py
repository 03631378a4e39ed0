"""Signing in through the unified authentication: a stand-in for the provider, everything of ours as it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as site
from django.test import Client
from pytest_django.fixtures import Settings

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.adapters import OutsideAdapter
from kaocheng.site.accounts.models import Account
from tests.site.conftest import ClientOf

ISSUER = "https://auth.example"
START, BACK = "/account/outside/unified/", "/account/outside/unified/back/"
PERSON = {
    "sub": "7777",
    "name": "张某某（测试）",
    "email": "x@auth.example",
    "phone_number": "13800000000",
}


class _Provider:
    """Answers what a provider would; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.down = False

    def __enter__(self) -> _Provider:  # noqa: PYI034
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get(self, url: str, **more: Any) -> requests.Response:
        if self.down:
            raise requests.ConnectionError("no route")
        if url.endswith("openid-configuration"):
            return _json(
                {
                    f"{name}_endpoint": f"{ISSUER}/{name}"
                    for name in ("authorization", "token", "userinfo")
                }
            )
        return _json(PERSON)

    def request(self, method: str, url: str, **more: Any) -> requests.Response:
        self.asked.append(more)
        return _json({"access_token": "t", "token_type": "Bearer"})


def _json(body: dict[str, Any]) -> requests.Response:
    answer = requests.Response()
    answer.status_code = 200
    answer.headers["content-type"] = "application/json"
    answer._content = str(body).replace("'", '"').encode()
    return answer


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> _Provider:
    """The site as configured with a provider."""
    made = _Provider()
    app = {"provider_id": "unified", "name": "统一身份认证", "client_id": "c", "secret": "s",
           "settings": {"server_url": ISSUER}}  # fmt: skip
    own = site.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": own}
    monkeypatch.setattr(OutsideAdapter, "get_requests_session", lambda _: made)
    return made


def _come_back(client: Client) -> Any:
    """To the provider and back, as a browser does."""
    there = client.post(START)
    query = parse_qs(urlsplit(there["Location"]).query)
    return client.get(BACK, {"code": "abc", "state": query["state"][0]})


@pytest.mark.django_db
def test_a_person_comes_in_and_nothing_of_him_is_kept(client: Client, provider: _Provider) -> None:
    """The first time as a new applicant, later as the same; no name, no telephone, no address."""
    numbers = set()
    for _ in range(2):
        answer = _come_back(client)
        assert (302, "/") == (answer.status_code, answer["Location"])
        account = Account.objects.get(pk=client.session["_auth_user_id"])
        numbers.add(account.pk)
        client.post("/account/logout/")
    assert 1 == len(numbers)
    assert {Role.APPLICANT} == account.roles
    outside = SocialAccount.objects.get()
    kept = f"{account.__dict__} {outside.__dict__}"
    assert not EmailAddress.objects.exists()
    assert not [value for name, value in PERSON.items() if name != "sub" and value in kept]


@pytest.mark.django_db
def test_what_is_asked_of_the_provider(client: Client, provider: _Provider) -> None:
    """Who it is and no more; the answer is bound to this browser (state, PKCE)."""
    there = client.post(START)["Location"]
    query = parse_qs(urlsplit(there).query)
    assert there.startswith(f"{ISSUER}/authorization?")
    assert (["openid"], ["S256"]) == (query["scope"], query["code_challenge_method"])
    assert query["redirect_uri"][0].endswith(BACK)
    forged = client.get(BACK, {"code": "abc", "state": "of-another"})
    assert "_auth_user_id" not in client.session
    assert "没有返回结果" in forged.content.decode()
    assert [] == provider.asked


def test_staff_bind_it_to_their_account(client_of: ClientOf, provider: _Provider) -> None:
    """And then sign in by it; no second account is made."""
    browser = client_of(Role.WINDOW_CLERK)
    there = browser.post(f"{START}?process=connect")
    query = parse_qs(urlsplit(there["Location"]).query)
    browser.get(BACK, {"code": "abc", "state": query["state"][0]})
    assert browser.account == SocialAccount.objects.get().user
    other = Client()
    assert "/base/workbench/" == _come_back(other)["Location"]
    assert 1 == Account.objects.count()


@pytest.mark.django_db
def test_a_provider_that_does_not_answer(client: Client, provider: _Provider) -> None:
    """A page with a sentence, not a breakdown."""
    provider.down = True
    answer = client.post(START)
    assert "没有返回结果" in answer.content.decode()


@pytest.mark.django_db
def test_without_a_provider_there_is_no_button(client: Client) -> None:
    """And no address."""
    assert "用统一身份认证登录" not in client.get("/account/login/").content.decode()
    assert 404 == client.post(START).status_code


@pytest.mark.django_db
def test_the_button_where_there_is_one(client: Client, provider: _Provider) -> None:
    """On the page of signing in."""
    assert "用统一身份认证登录" in client.get("/account/login/").content.decode()

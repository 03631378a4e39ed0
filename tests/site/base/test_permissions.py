"""Who may open what: every address of the site, for every role and for a stranger."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site import urls
from tests.site.addresses import Address, all_addresses
from tests.site.conftest import AccountOf

ADDRESSES = all_addresses()
ENDS_SESSION = {"account_logout"}


def _answers(client: Client, address: Address) -> list[int]:
    """The status of a look and of an empty form."""
    return [client.get(address.url()).status_code, client.post(address.url()).status_code]


def test_every_address_says_who_may_open_it() -> None:
    """`page()` is the only way to make one; each has a name."""
    assert [] == [a.name for a in ADDRESSES if not a.made or a.name.endswith("None")]


def test_names_are_given_once() -> None:
    """Two addresses of one name would hide each other."""
    names = [(a.name, tuple(name for name, _ in a.parameters)) for a in ADDRESSES]
    assert [] == sorted({name for name in names if names.count(name) > 1})


@pytest.mark.django_db
def test_a_stranger_is_led_to_the_sign_in_page(client: Client) -> None:
    """From every page that is not for anyone; the way back is kept."""
    login = reverse("account_login")
    for address in ADDRESSES:
        if address.view.may:
            answer = client.get(address.url())
            assert (302, True) == (answer.status_code, answer["Location"].startswith(login)), (
                address
            )
            assert 302 == client.post(address.url()).status_code, address


@pytest.mark.django_db
def test_public_pages_open_to_a_stranger(client: Client) -> None:
    """None of them refuses, none of them breaks."""
    bad = {a.name: _answers(client, a) for a in ADDRESSES if not a.view.may}
    assert {} == {name: got for name, got in bad.items() if {403, 500} & set(got)}


@pytest.fixture
def _errors_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that say 403 and 404 are the same hundreds of times: they are drawn for the first address only."""

    def once(name: str, status: int) -> None:
        answers = iter([getattr(urls, name)])

        def answer(request: HttpRequest, exception: Exception) -> HttpResponse:
            draw = next(answers, None)
            return draw(request, exception) if draw else HttpResponse(status=status)

        monkeypatch.setattr(urls, name, answer)

    once("handler403", 403)
    once("handler404", 404)


@pytest.mark.usefixtures("_errors_drawn_once")
@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_pages_and_no_other(account_of: AccountOf, role: Role) -> None:
    """403 without the role; with it neither 403 nor a breakdown, whatever is asked for."""
    client, account = Client(), account_of(role, unit="甲局")
    client.force_login(account)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    wrong = {}
    for address in ADDRESSES:
        if address.name in ENDS_SESSION:
            continue
        lets = not address.view.may or role in address.view.may
        got = _answers(client, address) if lets else [client.post(address.url()).status_code]
        if (lets and {403, 500} & set(got)) or (not lets and got != [403]):
            wrong[address.name] = got
        if client.cookies[settings.SESSION_COOKIE_NAME].value != session:
            client.force_login(account)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert {} == wrong

"""The pages of managers: what they list, whom they open, what the forms do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from tests.site.conftest import AccountOf, ClientOf

PEOPLE = "/account/people/"


def _text(client: Client, address: str, **query: str) -> str:
    return client.get(address, query).content.decode()


@pytest.fixture
def staff(account_of: AccountOf) -> dict[str, Account]:
    """Clerks of two departments and of another county."""
    return {
        "甲": account_of(Role.WINDOW_CLERK, unit="甲局"),
        "乙": account_of(Role.WINDOW_CLERK, unit="乙局"),
        "外": account_of(Role.WINDOW_CLERK, unit="甲局", county="999999"),
    }


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.SYSTEM_MANAGER, {"甲", "乙"}), (Role.DEPARTMENT_MANAGER, {"甲"})]
)
def test_each_manager_sees_his_own(
    staff: dict[str, Account], client_of: ClientOf, role: Role, seen: set[str]
) -> None:
    """In the list, and by number: others are not found, in whatever way they are asked for."""
    browser = client_of(role, unit="甲局")
    text = _text(browser, PEOPLE)
    assert seen == {name for name, account in staff.items() if f">{account.username}<" in text}
    for name, account in staff.items():
        for tail in ("", "change/", "lock/", "posts/new/"):
            status = browser.get(f"{PEOPLE}{account.pk}/{tail}").status_code
            assert (200 if name in seen else 404) == status
        for tail in ("unlock/", "password/", "factors/"):
            status = browser.post(f"{PEOPLE}{account.pk}/{tail}").status_code
            assert (302 if name in seen else 404) == status


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"words": "window_clerk"}, {"甲", "乙"}),
        ({"words": "没有"}, set()),
        ({"role": "window_clerk"}, {"甲", "乙"}),
        ({"role": "approver"}, set()),
        ({"state": "off"}, set()),
        ({"role": "nonsense"}, {"甲", "乙"}),
    ],
)
def test_the_list_is_narrowed(
    staff: dict[str, Account], client_of: ClientOf, query: dict[str, str], found: set[str]
) -> None:
    """By words, post and state; nothing found is said so."""
    text = _text(client_of(Role.SYSTEM_MANAGER), PEOPLE, **query)
    assert found == {name for name, account in staff.items() if f">{account.username}<" in text}
    assert found or "没有符合条件的账号" in text


def test_a_new_account_and_its_password_shown_once(client_of: ClientOf) -> None:
    """On the next page, and never again."""
    browser = client_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    form = {"username": "w100", "display_name": "职员甲", "unit": "乙局"}
    answer = browser.post(f"{PEOPLE}new/", form)
    account = Account.objects.get(username="w100")
    assert "甲局" == account.unit
    shown = [("一次性密码：" in _text(browser, answer["Location"])) for _ in range(2)]
    assert [True, False] == shown
    again = browser.post(f"{PEOPLE}new/", form)
    assert "error-summary" in again.content.decode()


def test_a_post_given_and_ended(staff: dict[str, Account], client_of: ClientOf) -> None:
    """Through the forms; what may not be given is not offered, and refused when forged."""
    browser, account = client_of(Role.DEPARTMENT_MANAGER, unit="甲局"), staff["甲"]
    address = f"{PEOPLE}{account.pk}/posts/"
    today = timezone.localdate()
    assert 'value="system_manager"' not in _text(browser, f"{address}new/")
    form = {
        "role": "approver",
        "unit": "甲局",
        "window": "",
        "since": today.isoformat(),
        "until": "",
    }
    forged = browser.post(f"{address}new/", form | {"role": "system_manager"})
    assert 200 == forged.status_code
    assert 302 == browser.post(f"{address}new/", form).status_code
    twice = browser.post(f"{address}new/", form).content.decode()
    assert "这段时间已经担任这个岗位" in twice
    post = account.posts.get(role="approver")
    last = (today - timedelta(days=1)).isoformat()
    assert 302 == browser.post(f"{address}{post.pk}/", {"last": last}).status_code
    assert Role.APPROVER not in Account.objects.get(pk=account.pk).roles


def test_a_refusal_is_a_page_with_its_sentence(account_of: AccountOf, client_of: ClientOf) -> None:
    """A manager who is above is seen, but not managed."""
    browser = client_of(Role.DEPARTMENT_MANAGER, unit="甲局")
    above = account_of(Role.INSPECTOR, unit="甲局")
    assert "不由您管理" in _text(browser, f"{PEOPLE}{above.pk}/")
    answer = browser.post(f"{PEOPLE}{above.pk}/password/")
    assert (409, True) == (answer.status_code, "不由您管理" in answer.content.decode())


def test_locking_asks_for_a_reason(staff: dict[str, Account], client_of: ClientOf) -> None:
    """Without one nothing happens."""
    browser, account = client_of(Role.SYSTEM_MANAGER), staff["乙"]
    for reason, active in (("", True), ("调离", False)):
        browser.post(f"{PEOPLE}{account.pk}/lock/", {"reason": reason})
        account.refresh_from_db()
        assert active is account.is_active
    assert "停用" in _text(browser, f"{PEOPLE}{account.pk}/")


def test_a_script_in_a_name_is_shown_as_text(account_of: AccountOf, client_of: ClientOf) -> None:
    """Everywhere a name is shown."""
    account = account_of(Role.WINDOW_CLERK)
    Account.objects.filter(pk=account.pk).update(display_name="<script>alert(1)</script>")
    browser = client_of(Role.SYSTEM_MANAGER)
    for address in (PEOPLE, f"{PEOPLE}{account.pk}/"):
        text = _text(browser, address)
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text

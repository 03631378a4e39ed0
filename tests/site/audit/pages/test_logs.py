"""The pages of the logs: narrowed by person, subject and day; only the own county's, only for keepers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import log_read, log_refusal
from tests.site.audit.conftest import BEGIN
from tests.site.conftest import AccountOf, ClientOf

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked(account_of: AccountOf) -> None:
    """Three looks by two people on two days, and one in another county."""
    clerk, approver = account_of(Role.WINDOW_CLERK), account_of(Role.APPROVER)
    stranger = account_of(Role.APPROVER, county="510905")
    for account, subject, days in (
        (clerk, "applicant/甲", 0),
        (clerk, "applicant/乙", 1),
        (approver, "applicant/甲", 1),
        (stranger, "applicant/丙", 1),
    ):
        at = BEGIN + timedelta(days=days)
        log_read(account=account, subject=subject, purpose=f"核对{subject[-1]}的材料", at=at)
        log_refusal(account=account, what=f"/cases/{subject[-1]}/", at=at)
    log_refusal(account=None, what="/audit/", at=BEGIN)


def shown(client_of: ClientOf, name: str, **asked: str) -> str:
    """What the inspector sees."""
    reply = client_of(Role.INSPECTOR).get(reverse(f"audit:{name}"), asked)
    assert reply.status_code == 200
    return reply.content.decode()


def test_every_look_of_the_county_is_listed(looked: None, client_of: ClientOf) -> None:
    """The last first; the other county's not at all."""
    page = shown(client_of, "reads")
    assert "共 3 条" in page
    assert "丙" not in page
    assert page.index("2026-03-03") < page.index("2026-03-02")


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"who": "window_clerk"}, 2),
        ({"who": "审批"}, 1),
        ({"who": "nobody"}, 0),
        ({"subject": "applicant/甲"}, 2),
        ({"since": "2026-03-03"}, 2),
        ({"until": "2026-03-02"}, 1),
        (
            {
                "since": "2026-03-02",
                "until": "2026-03-03",
                "who": "window",
                "subject": "applicant/乙",
            },
            1,
        ),
        ({"since": "2026-03-03", "until": "2026-03-02"}, 2),
    ],
)
def test_looks_are_narrowed(
    looked: None, client_of: ClientOf, asked: dict[str, str], number: int
) -> None:
    """By user name or name, by subject, by day in Beijing time, by all together; a wrong order is told."""
    page = shown(client_of, "reads", **asked)
    assert f"共 {number} 条" in page
    assert ("早于" in page) == (asked.get("since", "") > asked.get("until", "~"))


def test_refusals_are_listed_with_strangers(looked: None, client_of: ClientOf) -> None:
    """Somebody without an account stands there as 未登录."""
    page = shown(client_of, "refusals")
    assert "共 4 条" in page
    assert "未登录" in page
    assert "共 2 条" in shown(client_of, "refusals", who="window_clerk")


def test_nothing_found_says_so(client_of: ClientOf) -> None:
    """An empty log is no empty page."""
    assert "没有符合条件的查阅" in shown(client_of, "reads")
    assert "没有符合条件的拒绝" in shown(client_of, "refusals", who="nobody")


@pytest.mark.parametrize("name", ["reads", "refusals", "streams", "seals"])
@pytest.mark.parametrize("role", [Role.APPLICANT, Role.WINDOW_CLERK, Role.HALL_SUPERVISOR])
def test_only_keepers_open_them(client_of: ClientOf, role: Role, name: str) -> None:
    """And being refused is itself noted."""
    client = client_of(role)
    assert client.get(reverse(f"audit:{name}")).status_code == 403
    page = shown(client_of, "refusals", who=client.account.username)
    assert reverse(f"audit:{name}") in page


def test_a_script_in_a_purpose_stays_text(account_of: AccountOf, client_of: ClientOf) -> None:
    """What people write is shown, never run."""
    log_read(
        account=account_of(Role.APPROVER),
        subject="applicant/1",
        purpose="<script>x</script>",
        at=BEGIN,
    )
    assert "&lt;script&gt;" in shown(client_of, "reads")


def test_the_link_of_a_person_carries_the_number(looked: None, client_of: ClientOf) -> None:
    """Not the name signed in with, which stands nowhere on the page; it narrows to exactly that person."""
    page = shown(client_of, "reads")
    found = Account.objects.get(username="window_clerk-1")
    assert f'href="?person={found.pk}"' in page
    assert found.username not in page
    assert "共 2 条" in shown(client_of, "reads", person=str(found.pk))
    assert "共 0 条" in shown(client_of, "reads", person="1")

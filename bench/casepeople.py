"""The people, the item and the calls of bench.cases; imported once Django is set up on the store."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.management import call_command

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case
from tests.catalogue.versions import BUREAU, FIRE, HOUSING
from tests.site.catalogue.items import publish_ordinary

COUNTY = "510904"
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
SINCE = date(2020, 1, 1)
POSTS = {
    "clerk": (Role.WINDOW_CLERK, BUREAU),
    "house": (Role.APPROVER, HOUSING),
    "fireman": (Role.APPROVER, FIRE),
    "chief": (Role.CHIEF_REPRESENTATIVE, BUREAU),
    "issuer": (Role.ISSUER, BUREAU),
}
PAPERS = ["form", "identity", "plan", "deed"]


def fill() -> None:
    """Tables, the item and five people."""
    call_command("migrate", verbosity=0, skip_checks=True)
    publish_ordinary(COUNTY)
    for name, (role, unit) in POSTS.items():
        account = Account.objects.create_user(
            username=name, display_name=role.title, county=COUNTY, unit=unit
        )
        account.posts.create(role=role.value, unit=unit, since=SINCE)
    StoredApplicant.objects.create(
        county=COUNTY, number="A000001", kind="natural", name="申请人甲", id_kind="resident",
        id_sealed="-", id_digest="1" * 64, registered_at=MONDAY, changed_at=MONDAY,
    )  # fmt: skip


def people() -> dict[str, Account]:
    """The accounts by name, their roles looked up."""
    found = {name: Account.objects.get(username=name) for name in POSTS}
    for account in found.values():
        assert account.roles
    return found


def open_one(accounts: dict[str, Account], at: datetime) -> StoredCase:
    """A case at the window."""
    return open_case(
        county=COUNTY, item="P001", applicant="A000001", channel=Channel.WINDOW,
        by=accounts["clerk"], role=Role.WINDOW_CLERK, at=at, situations=["owned"], received=PAPERS,
        again=True,
    )  # fmt: skip


def move_one(
    accounts: dict[str, Account],
    who: str,
    number: str,
    move: str,
    given: dict[str, Any],
    at: datetime,
) -> None:
    """One move of one person."""
    make_move(
        county=COUNTY,
        number=number,
        move=move,
        given=given,
        by=accounts[who],
        role=POSTS[who][0],
        at=at,
    )


def code_of(number: str) -> str:
    """The tracking code of a case."""
    return StoredCase.objects.get(county=COUNTY, number=number).code

"""Fixtures of the tests of the desk: the same small hall, and browsers of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import (
    account_code,
    link_account,
    register_applicant,
    verify_identity,
)
from tests.site.applicants.conftest import citizen
from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_immediate, publish_ordinary, publish_tolerant
from tests.site.conftest import AccountOf

Browser = Callable[[Account], Client]


@pytest.fixture
def desk(county: str, account_of: AccountOf) -> Desk:
    """People at work, with P001, P002 and P003 published."""
    publish_ordinary(county)
    publish_immediate(county)
    publish_tolerant(county)
    made = desk_of(county, account_of)
    made.applicant = register_applicant(
        county=county, kind="natural", name="申请人乙", id_kind="resident", id_number=citizen(1),
        phone="13900000000", at=made.at,
    ).number  # fmt: skip
    StoredApplicant.objects.filter(account=made.citizen).update(account=None)
    row = link_account(county=county, number=made.applicant, account=made.citizen, at=made.at)
    verify_identity(
        county=county, number=row.number, how="窗口核对证件原件", at=made.at, by=made.clerk,
        role=Role.WINDOW_CLERK, code=account_code(row),
    )  # fmt: skip
    return made


@pytest.fixture
def browser() -> Browser:
    """The browser of an account that has signed in."""

    def made(account: Account) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return made

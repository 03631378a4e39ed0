"""Staff to choose from: by name, department and posts; homonyms are told apart; who has left is not offered."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.naming import people_of
from kaocheng.site.hall.people import choices_of, named, people_among, staff_of
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
UNITS = {"D001": "示范局"}


def test_one_is_told_by_name_department_and_posts(account_of: AccountOf, county: str) -> None:
    """All posts held on the day, once each, in the order of the roles; the form carries the account's number."""
    account = account_of(Role.APPROVER, unit="D001")
    account.posts.create(role=Role.WINDOW_CLERK.value, window="A01", since=DAY)
    account.posts.create(role=Role.ISSUER.value, since=DAY, until=date(2026, 3, 1))
    people = staff_of(county, on=DAY)
    assert [(str(account.pk), "审批1（示范局，窗口受理、审批）")] == choices_of(people, UNITS)
    assert account.username == named(people, str(account.pk))
    assert "" == named(people, "1")


def test_homonyms_are_told_apart(account_of: AccountOf, county: str) -> None:
    """Only where name, department and posts are the same does the number of the account stand beside."""
    one, two = account_of(Role.APPROVER, unit="D001"), account_of(Role.APPROVER, unit="D001")
    other = account_of(Role.APPROVER, unit="D002")
    for account in (one, two, other):
        account.display_name = "王敏"
        account.save()
    said = dict(choices_of(staff_of(county, on=DAY), UNITS))
    assert f"王敏（示范局，审批） 账号编号{one.pk}" == said[str(one.pk)]
    assert f"王敏（示范局，审批） 账号编号{two.pk}" == said[str(two.pk)]
    assert "王敏（D002，审批）" == said[str(other.pk)]


def test_who_has_left_is_offered_only_where_the_past_is_asked(
    account_of: AccountOf, county: str
) -> None:
    """An ended post, a closed account; applicants and another county never."""
    ended, closed = account_of(Role.WINDOW_CLERK), account_of(Role.WINDOW_CLERK)
    ended.posts.update(until=date(2025, 12, 31))
    closed.is_active = False
    closed.save()
    account_of(Role.APPLICANT)
    account_of(Role.WINDOW_CLERK, county="510905")
    assert [] == staff_of(county, on=DAY)
    ever = staff_of(county, on=None, roles={Role.WINDOW_CLERK})
    assert {str(ended.pk), str(closed.pk)} == {one.key for one in ever}


def test_only_the_posts_that_matter_are_told(account_of: AccountOf) -> None:
    """Of an account that holds two."""
    account = account_of(Role.APPROVER, unit="D001")
    account.posts.create(role=Role.DEPARTMENT_MANAGER.value, since=date(2020, 1, 1))
    (person,) = people_among([account], {Role.DEPARTMENT_MANAGER})
    assert "审批1（示范局，部门管理员）" == person.said(UNITS)


def test_names_for_what_rows_keep(account_of: AccountOf, county: str) -> None:
    """Members of staff by name, the law as such, a device as itself; nobody of another county."""
    account, stranger = account_of(Role.APPROVER), account_of(Role.APPROVER, county="510905")
    asked = [account.username, "law", "device:K1", stranger.username, ""]
    assert people_of(county, asked) == {
        account.username: account.display_name, "law": "依法自动", "device:K1": "device:K1",
        stranger.username: stranger.username,
    }  # fmt: skip

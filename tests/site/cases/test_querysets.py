"""Who sees which cases, and what waits for whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase, StoredTask
from tests.catalogue.versions import BUREAU, FIRE, HOUSING
from tests.site.cases.people import Desk
from tests.site.conftest import AccountOf

pytestmark = pytest.mark.django_db


def _seen(account: object) -> set[str]:
    return set(StoredCase.objects.visible_to(account).values_list("number", flat=True))


def test_the_hall_supervisor_sees_the_county(desk: Desk) -> None:
    """And nothing of another county."""
    row = desk.open()
    assert {row.number} == _seen(desk.supervisor)
    assert set() == _seen(desk.account_of(Role.HALL_SUPERVISOR, county="510903"))


def test_a_department_sees_what_it_has_a_part_in(desk: Desk) -> None:
    """The housing bureau sees the case once it has a task in it; another department never does."""
    row = desk.open()
    assert set() == _seen(desk.house)
    desk.move(row, "accept", desk.clerk)
    assert {row.number} == _seen(desk.house)
    assert set() == _seen(desk.again(Role.APPROVER, "D777"))


def test_a_clerk_sees_the_own_hall_and_what_has_none(desk: Desk) -> None:
    """What came in without a window is anybody's; what another hall took in is not, unless he accepted it."""
    row, other = desk.open(), desk.open()
    StoredCase.objects.filter(pk=other.pk).update(hall="H9")
    assert {row.number} == _seen(desk.clerk)
    StoredCase.objects.filter(pk=other.pk).update(accepted_by=desk.clerk.username)
    assert {row.number, other.number} == _seen(desk.clerk)


def test_two_posts_show_each_case_once(desk: Desk, account_of: AccountOf) -> None:
    """A chief who also sits at the window does not see doubles."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    both = account_of(Role.APPROVER, unit=HOUSING)
    both.posts.create(role=Role.WINDOW_CLERK.value, unit=HOUSING, since=date(2020, 1, 1))
    assert [row.number] == list(
        StoredCase.objects.visible_to(both).values_list("number", flat=True)
    )


def test_an_applicant_sees_only_its_own(desk: Desk, account_of: AccountOf) -> None:
    """A stranger who signed in sees nothing at all."""
    row = desk.open()
    assert {row.number} == _seen(desk.citizen)
    assert set() == _seen(account_of(Role.APPLICANT))


def test_roles_without_cases_see_none(desk: Desk, account_of: AccountOf) -> None:
    """The finance officer, the system manager."""
    desk.open()
    assert set() == _seen(account_of(Role.FINANCE_OFFICER))
    assert set() == _seen(account_of(Role.SYSTEM_MANAGER))


def test_what_is_late(desk: Desk) -> None:
    """Ten working days from the acceptance on 2 March end on the 16th."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    cases = StoredCase.objects.of(desk.county)
    assert date(2026, 3, 16) == cases.get().due_on
    assert [] == list(cases.overdue(date(2026, 3, 16)))
    assert [row.number] == [c.number for c in cases.overdue(date(2026, 3, 17))]


def test_a_paused_case_is_not_late(desk: Desk) -> None:
    """While a hearing runs there is no last day."""
    row = desk.open(item="P001")
    desk.move(row, "accept", desk.clerk)
    desk.move(
        row, "begin_special", desk.house, special="现场勘验", within=5, officers=["a", "b"],
        task="house", reason="核对",
    )  # fmt: skip
    kept = StoredCase.objects.get(pk=row.pk)
    assert (None, True) == (kept.due_on, kept.paused)
    assert [] == list(StoredCase.objects.of(desk.county).overdue(date(2027, 1, 1)))


def test_queues_of_the_posts(desk: Desk) -> None:
    """Window: to be answered; departments: their tasks; chief: to be decided; issuing: to be handed out."""
    cases, tasks = StoredCase.objects.of(desk.county), StoredTask.objects.of(desk.county)
    row = desk.open()
    assert [row] == list(cases.queue_for(unit="", role=Role.WINDOW_CLERK))
    desk.move(row, "accept", desk.clerk)
    assert ["house"] == [t.key for t in tasks.queue_for(unit=HOUSING, role=Role.APPROVER)]
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    assert [] == list(tasks.queue_for(unit=HOUSING, role=Role.APPROVER))
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    assert [] == list(tasks.queue_for(unit=FIRE, role=Role.APPROVER))
    assert [] == list(cases.queue_for(unit=BUREAU, role=Role.APPROVER))
    assert [row] == list(cases.queue_for(unit=BUREAU, role=Role.CHIEF_REPRESENTATIVE))
    desk.move(row, "grant", desk.chief, certificate="证0001")
    assert [row] == list(cases.queue_for(unit="", role=Role.ISSUER))
    desk.move(row, "close", desk.issuer)
    desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    assert [] == list(cases.queue_for(unit="", role=Role.ISSUER))


def test_late_tasks(desk: Desk) -> None:
    """The housing bureau's five days end on the 9th."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    tasks = StoredTask.objects.of(desk.county)
    assert ["house"] == [t.key for t in tasks.overdue(date(2026, 3, 10))]


def test_immediate_cases_left_over(desk: Desk) -> None:
    """即办件 accepted yesterday and still open is flagged."""
    row = desk.open("P002")
    desk.move(row, "accept", desk.clerk)
    cases = StoredCase.objects.of(desk.county)
    today = desk.at.date()
    assert [] == list(cases.not_on_spot(today))
    assert [row] == list(cases.not_on_spot(today + timedelta(days=1)))


def test_what_is_owed_and_what_is_to_be_checked(desk: Desk) -> None:
    """Deferred drawing: ten working days; a promise: forty."""
    row = desk.open("P003", received=["form"])
    desk.move(row, "accept", desk.clerk, deferred=["drawing"], promised=["pledge"], promise="属实")
    cases = StoredCase.objects.of(desk.county)
    assert [] == list(cases.owing_since(date(2026, 3, 16)))
    assert [row] == list(cases.owing_since(date(2026, 3, 17)))
    assert [] == list(cases.to_check(date(2026, 3, 31)))
    assert [row] == list(cases.to_check(date(2026, 6, 1)))
    assert [row] == list(cases.timed())

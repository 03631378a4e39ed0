"""The calendar in force: bundled years and approved notices, seen by every process at its next request."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from kaocheng.site.accounts.models import Account
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.services import (
    approve_notice,
    calendar_in_force,
    calendars,
    propose_file,
    reject_notice,
)
from tests.site.law.conftest import FILE, NOW

pytestmark = pytest.mark.django_db


def proposed(manager: Account) -> StoredNotice:
    """The notice for 2027, waiting."""
    return propose_file(text=FILE, by=manager, role="system_manager", at=NOW)


def test_only_approved_notices_count(manager: Account, inspector: Account) -> None:
    """Proposed or rejected, nothing changes; approved, the year is there at once."""
    first, second = proposed(manager), proposed(manager)
    assert calendar_in_force().years[-1] == 2026
    reject_notice(notice=first.pk, by=inspector, role="inspector", remark="重复", at=NOW)
    assert calendar_in_force().years[-1] == 2026
    approve_notice(notice=second.pk, by=inspector, role="inspector", at=NOW)
    assert calendar_in_force().years[-1] == 2027
    assert calendar_in_force().is_workday(date(2026, 12, 26))


def test_the_calendar_as_it_was_known(manager: Account, inspector: Account) -> None:
    """Before the day of the approval the year was not known."""
    approve_notice(notice=proposed(manager).pk, by=inspector, role="inspector", at=NOW)
    approved = date(2026, 12, 21)
    assert calendar_in_force(on=approved - timedelta(days=1)).years[-1] == 2026
    assert calendar_in_force(on=approved).years[-1] == 2027


def test_what_another_process_approves_is_seen(manager: Account) -> None:
    """The row changes behind our back; outside a request it is seen at once."""
    row = proposed(manager)
    assert calendar_in_force().years[-1] == 2026
    StoredNotice.objects.filter(pk=row.pk).update(
        state=NoticeState.APPROVED, decided_by="other", decided_at=NOW
    )
    assert calendar_in_force().years[-1] == 2027


def test_within_a_request_it_is_asked_once(
    manager: Account, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One small query a request; the next request sees what happened in between."""
    row = proposed(manager)
    calendars._begin()
    with django_assert_num_queries(1):
        first = [calendar_in_force() for _ in range(50)]
    StoredNotice.objects.filter(pk=row.pk).update(
        state=NoticeState.APPROVED, decided_by="other", decided_at=NOW
    )
    assert {id(found) for found in first} == {id(calendar_in_force())}
    calendars._end()
    calendars._begin()
    assert calendar_in_force().years[-1] == 2027
    calendars._end()


def test_the_same_notices_are_built_once(
    manager: Account, inspector: Account, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Asking costs one query over keys; the calendar itself is kept."""
    approve_notice(notice=proposed(manager).pk, by=inspector, role="inspector", at=NOW)
    first = calendar_in_force()
    with django_assert_num_queries(1):
        assert calendar_in_force() is first

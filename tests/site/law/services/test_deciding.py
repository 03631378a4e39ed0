"""Deciding: two people, the effect seen before and kept after, once."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.law import replaying
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.replaying import OpenClock
from kaocheng.site.law.services import approve_notice, effect_of, propose_file, reject_notice
from tests.site.law.conftest import FILE, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(manager: Account) -> StoredNotice:
    """The notice for 2027, waiting."""
    return propose_file(text=FILE, by=manager, role="system_manager", at=NOW)


@pytest.fixture
def three_clocks(providers: dict[str, replaying.Provider]) -> None:
    """One that ends in the year to come, one that moves within the year, one that stays."""
    started = [(14, 20), (21, 5), (1, 5)]
    clocks = [
        OpenClock(
            f"办件{day}",
            "法定期限",
            Budget(amount),
            [Entry(Turn.START, datetime(2026, 12, day, 10, tzinfo=SHANGHAI), "受理")],
        )
        for day, amount in started
    ]
    providers["cases"] = lambda _: clocks


def test_the_effect_is_seen_before(three_clocks: None, row: StoredNotice, county: str) -> None:
    """Counts of what becomes known and what moves, each listed with both days."""
    effect = effect_of(notice=row, county=county, at=NOW)
    assert effect.counts == {
        "moved": 2, "later": 0, "earlier": 1, "now_known": 1, "turn_late": 0, "no_longer_late": 0
    }  # fmt: skip
    assert ["办件14", "办件21"] == [moved.clock.number for moved in effect.listed]
    assert row.state == NoticeState.PROPOSED


def test_approving_keeps_what_moved(
    three_clocks: None, row: StoredNotice, inspector: Account
) -> None:
    """The row holds the counts and the days, the event the counts; both versions stand side by side."""
    done = approve_notice(notice=row.pk, by=inspector, role="inspector", remark="已核", at=NOW)
    kept = json.loads(done.effect)
    assert (NoticeState.APPROVED, inspector.username) == (done.state, done.decided_by)
    assert kept["listed"][1] == {
        "number": "办件21", "name": "法定期限", "before": "2026-12-28", "after": "2026-12-26"
    }  # fmt: skip
    told = StoredEvent.objects.get(stream=f"notice/{row.pk}", serial=2).told
    assert (2, 1) == (told["moved"], told["earlier"])


def test_kept_columns_are_written_anew_with_the_approval(
    providers: dict[str, replaying.Provider], row: StoredNotice, inspector: Account
) -> None:
    """In the same transaction, with the new calendar; where that fails nothing is approved."""
    years: list[int] = []

    def refresh(calendar: WorkCalendar, at: datetime) -> None:
        """Remember the calendar, and fail the first time."""
        years.append(calendar.years[-1])
        assert at == NOW
        if len(years) == 1:
            raise OSError("disk full")

    replaying.register_open_clocks("cases", lambda _: (), refresh)
    with pytest.raises(OSError, match="disk full"):
        approve_notice(notice=row.pk, by=inspector, role="inspector", at=NOW)
    assert StoredNotice.objects.get().state == NoticeState.PROPOSED
    approve_notice(notice=row.pk, by=inspector, role="inspector", at=NOW)
    assert years == [2027, 2027]


def test_nobody_approves_his_own(row: StoredNotice, manager: Account) -> None:
    """The service refuses, and so does the database."""
    for decide in (approve_notice, reject_notice):
        with pytest.raises(Refusal, match="录入人不能批准自己录入的通知"):
            decide(notice=row.pk, by=manager, role="system_manager", remark="好", at=NOW)
    assert StoredNotice.objects.get().state == NoticeState.PROPOSED


def test_it_is_decided_once(row: StoredNotice, inspector: Account) -> None:
    """The second is told who was first."""
    reject_notice(notice=row.pk, by=inspector, role="inspector", remark="日期不对", at=NOW)
    with pytest.raises(Refusal, match=f"已由{inspector.username}办理（未批准）"):
        approve_notice(notice=row.pk, by=inspector, role="inspector", at=NOW)


def test_a_rejection_has_a_reason(row: StoredNotice, inspector: Account) -> None:
    """Who entered it has to know what to change."""
    with pytest.raises(Refusal, match="没有写明不批准的理由"):
        reject_notice(notice=row.pk, by=inspector, role="inspector", remark=" ", at=NOW)


def test_there_is_no_such_notice(inspector: Account) -> None:
    """A number that was never given."""
    with pytest.raises(Refusal, match="没有这份通知"):
        approve_notice(notice=99, by=inspector, role="inspector", at=NOW)

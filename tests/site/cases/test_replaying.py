"""A holiday notice and the open cases: which move is shown before, the kept days are right after."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.urls import reverse

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.replaying import open_clocks
from kaocheng.site.law.models import StoredNotice
from kaocheng.site.law.services import approve_notice, calendars, effect_of, propose_words
from tests.site.cases.people import Desk
from tests.site.conftest import AccountOf, ClientOf

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=SHANGHAI)
WORDS = "一、抗灾：3月4日（周三）至3月6日（周五）放假，共3天。3月7日（周六）上班。"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Keys of notices come again in every test; the calendars built for them do not."""
    calendars._built.cache_clear()
    calendars.forget_approved()


@pytest.fixture
def notice(account_of: AccountOf) -> StoredNotice:
    """Three days off and a Saturday worked, proposed by the system manager."""
    manager: Account = account_of(Role.SYSTEM_MANAGER)
    return propose_words(
        year=2026, title="关于临时放假的通知", document="", issued=None, words=WORDS, by=manager,
        role="system_manager", at=NOW,
    )  # fmt: skip


def accepted(desk: Desk) -> StoredCase:
    """A case accepted on Monday 2 March 2026."""
    return desk.move(desk.open(), "accept", desk.clerk)


def test_open_clocks_of_a_case_and_its_steps(desk: Desk, county: str) -> None:
    """The limits that run, with the number of the case; the one for telling has stopped; no other county's."""
    row = accepted(desk)
    names = [clock.name for clock in open_clocks(county)]
    assert {"承诺时限", "法定时限"} <= set(names)
    assert "受理时限" not in names
    assert any(name.startswith("环节") for name in names)
    assert {row.number} == {clock.number for clock in open_clocks(county)}
    assert [] == list(open_clocks("510905"))


def test_the_notice_is_shown_and_then_kept(
    desk: Desk, county: str, notice: StoredNotice, account_of: AccountOf
) -> None:
    """Two working days fewer: every kept day moves exactly as was shown before the approval."""
    row = accepted(desk)
    before = row.due_on
    effect = effect_of(notice=notice, county=county, at=NOW)
    shown = {m.clock.name: (m.before.due, m.after.due) for m in effect.listed}
    assert shown["承诺时限"][0] == before
    assert effect.later == effect.moved == len(effect.listed)
    approve_notice(notice=notice.pk, by=account_of(Role.INSPECTOR), role="inspector", at=NOW)
    row.refresh_from_db()
    assert (row.due_on, row.legal_due_on) == (shown["承诺时限"][1], shown["法定时限"][1])
    assert row.due_on > before
    for task in row.tasks.exclude(due_on=None):
        assert task.due_on == shown[f"环节“{task.name}”"][1]


def test_what_has_ended_stays(desk: Desk, notice: StoredNotice, account_of: AccountOf) -> None:
    """A case that was refused at the window keeps its days."""
    row = accepted(desk)
    kept = date(2026, 1, 1)
    StoredCase.objects.filter(pk=row.pk).update(ended_at=NOW, due_on=kept)
    approve_notice(notice=notice.pk, by=account_of(Role.INSPECTOR), role="inspector", at=NOW)
    row.refresh_from_db()
    assert kept == row.due_on


def test_the_time_line_is_for_those_who_see_the_case(desk: Desk, client_of: ClientOf) -> None:
    """The clerk's own hall sees it; a department that has no part in it does not."""
    row = accepted(desk)
    address = reverse("audit:stream", args=[f"case/{row.number}"])
    stranger = client_of(Role.APPROVER, unit="无关部门")
    assert stranger.get(address).status_code == 404
    chief = client_of(Role.CHIEF_REPRESENTATIVE, unit=row.unit)
    assert chief.get(address).status_code == 200

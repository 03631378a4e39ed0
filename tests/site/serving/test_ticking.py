"""Ticking: what time brings is done once, and one failing task does not stop the others."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kaocheng.cases.states import State
from kaocheng.hall.tickets import TicketState
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.hall.models import StoredTicket
from kaocheng.site.serving import ticking
from tests.site.cases.people import Desk, desk_of
from tests.site.catalogue.items import publish_immediate, publish_ordinary, publish_tolerant
from tests.site.conftest import AccountOf
from tests.site.hall.halls import NINE, make_hall, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(county: str, account_of: AccountOf) -> Desk:
    """People at work, with their items."""
    for publish in (publish_ordinary, publish_immediate, publish_tolerant):
        publish(county)
    return desk_of(county, account_of)


def _done(county: str, at: datetime) -> dict[str, int]:
    return dict(ticking.tick(county=county, at=at))


def test_silence_becomes_acceptance_once(desk: Desk) -> None:
    """Ten days after receipt the law accepts; the next round finds nothing more to do."""
    row = desk.open()
    later = desk.at + timedelta(days=10)
    assert 1 == _done(desk.county, later)["视为受理与视为准予"]
    assert State.EXAMINING == StoredCase.objects.get(pk=row.pk).state
    assert 0 == _done(desk.county, later + timedelta(minutes=1))["视为受理与视为准予"]


def test_a_day_left_open_is_closed(county: str) -> None:
    """Yesterday's waiting ticket ends with yesterday; today's goes on waiting."""
    make_hall(county)
    old = take(county)
    assert 1 == _done(county, NINE + timedelta(days=1))["补记闭厅"]
    assert TicketState.ABANDONED == StoredTicket.objects.get(pk=old.pk).state
    assert 0 == _done(county, NINE + timedelta(days=1))["补记闭厅"]


def test_one_that_fails_does_not_stop_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said by name, and counts as nothing."""

    def broken(county: str, at: datetime) -> int:
        raise RuntimeError(county)

    monkeypatch.setitem(ticking.TASKS, "评价邀请到期", broken)
    desk.open()
    done = _done(desk.county, desk.at + timedelta(days=10))
    assert 0 == done["评价邀请到期"]
    assert 1 == done["视为受理与视为准予"]
    assert "评价邀请到期" in caplog.text

"""The services of cases: stored in one step with its event, refused without a trace, rebuilt from events."""

from __future__ import annotations

import pytest

from kaocheng.cases.states import State
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import rebuilt_case
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db


def test_a_case_from_the_window_to_the_archive(desk: Desk) -> None:
    """Every step is a row changed and an event appended; the events alone give the same record."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    desk.move(row, "grant", desk.chief, certificate="证0001")
    desk.move(row, "close", desk.issuer)
    desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    desk.move(row, "invite_rating", desk.issuer, rating="R1")
    desk.move(row, "archive", desk.issuer, archive="2026-0001")
    kept = StoredCase.objects.get(pk=row.pk)
    assert State.ARCHIVED == kept.state
    assert kept.record() == rebuilt_case(county=desk.county, number=row.number)
    events = StoredEvent.objects.filter(county=desk.county, stream=f"case/{row.number}")
    assert kept.serial == events.count() == 9

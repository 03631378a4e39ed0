"""Appointments through the services: booking, the last place, check-in, no-shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredAppointment, StoredSlot
from kaocheng.site.hall.services import open_slots
from tests.site.conftest import AccountOf
from tests.site.hall.halls import CLERK, DAY, HALL, make_hall, minute, sit, take

pytestmark = pytest.mark.django_db


def _book(county: str, minutes: float = 60, at: float = 0) -> StoredAppointment:
    return services.book(
        county=county, hall=HALL, group="B", starts_at=minute(minutes), at=minute(at)
    )


def test_slots_follow_the_opening_hours(county: str) -> None:
    """Six on a Friday, none on Saturday; what is booked is counted."""
    hall = make_hall(county)
    _book(county)
    slots = open_slots(hall, "B", DAY)
    assert [9, 10, 11, 14, 15, 16] == [slot.starts_at.hour for slot, _ in slots]
    assert [0, 1, 0, 0, 0, 0] == [taken for _, taken in slots]
    assert [] == open_slots(hall, "B", DAY + timedelta(days=1))
    assert [] == open_slots(hall, "A", DAY)


def test_the_last_place_is_given_once(county: str) -> None:
    """Three places an hour; the fourth is refused and takes none; one given back may be booked again."""
    make_hall(county)
    rows = [_book(county) for _ in range(3)]
    with pytest.raises(Refusal, match="已经约满"):
        _book(county)
    assert 3 == StoredSlot.objects.get().taken
    services.cancel_booking(county=county, number=rows[0].number, at=minute(1))
    assert 2 == StoredSlot.objects.get().taken
    _book(county)
    with pytest.raises(Refusal, match="已取消）现在不能取消预约"):
        services.cancel_booking(county=county, number=rows[0].number, at=minute(2))


def test_what_is_not_offered_is_refused(county: str) -> None:
    """No such time, too late, a group without plans."""
    make_hall(county)
    with pytest.raises(Refusal, match="没有放号"):
        _book(county, 65)
    with pytest.raises(Refusal, match="提前30分钟"):
        _book(county, 60, at=31)
    with pytest.raises(Refusal, match="没有放号"):
        services.book(county=county, hall=HALL, group="A", starts_at=minute(60), at=minute(0))
    assert not StoredAppointment.objects.exists()


def test_checked_in_it_is_called_first_in_its_slot(county: str, account_of: AccountOf) -> None:
    """Booked for ten, checked in at ten to: at ten it goes before those who came earlier."""
    make_hall(county)
    clerk = sit(account_of, county, "W3")
    take(county, "B", at=minute(1))
    row = _book(county)
    ticket = services.check_in(
        county=county, number=row.number, by="device:K1", role="device", at=minute(50)
    )
    assert ("B002", row.number, minute(60)) == (ticket.label, ticket.appointment, ticket.slot_start)
    row.refresh_from_db()
    assert ("checked_in", ticket.number) == (row.state, row.ticket)
    called = services.call_next(county=county, window="W3", by=clerk, role=CLERK, at=minute(60))
    assert "B002" == called.label
    with pytest.raises(Refusal, match="已签到）现在不能签到"):
        services.check_in(county=county, number=row.number, at=minute(61))


def test_who_comes_too_late_queues_like_anybody(county: str) -> None:
    """Eleven minutes after the slot: a ticket without a slot."""
    make_hall(county)
    row = _book(county)
    ticket = services.check_in(county=county, number=row.number, at=minute(131))
    assert ticket.slot_start is None
    assert row.number == ticket.appointment


def test_no_shows_are_noted_after_the_grace(county: str) -> None:
    """Nobody is a no-show before the slot and its grace are over; each leaves an event."""
    make_hall(county)
    row = _book(county)
    given = {"county": county, "hall": HALL}
    assert 0 == services.note_missed(at=minute(130), **given)
    assert 1 == services.note_missed(at=minute(131), **given)
    assert 0 == services.note_missed(at=minute(140), **given)
    events = StoredEvent.objects.filter(stream=f"appointment/{row.number}").order_by("serial")
    assert [("book", "holder"), ("miss", "system")] == [(e.kind, e.role) for e in events]
    with pytest.raises(Refusal, match="爽约）现在不能签到"):
        services.check_in(county=county, number=row.number, at=minute(150))


def test_the_clerk_may_check_somebody_in(county: str, account_of: AccountOf) -> None:
    """At the counter, with a priority as seen."""
    make_hall(county)
    row = _book(county)
    clerk = account_of(Role.WINDOW_CLERK)
    ticket = services.check_in(
        county=county, number=row.number, priority="elderly", by=clerk, role=CLERK, at=minute(20)
    )
    assert "elderly" == ticket.priority

"""Many at once, with real threads and connections: nothing is given twice, nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredAppointment, StoredCounter, StoredSlot, StoredTicket
from tests.site.conftest import AccountOf
from tests.site.hall.halls import CLERK, HALL, make_hall, minute, sit, take

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_store")]
WINDOWS = 30


def _at_once(work: Callable[[Any], Any], things: Iterable[Any]) -> list[Any]:
    """Do the work on each thing in a thread of its own, all starting together."""
    things = list(things)
    start = Barrier(len(things))

    def run(thing: Any) -> Any:
        start.wait(30)
        try:
            return work(thing)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(things)) as pool:
        return list(pool.map(run, things))


def test_thirty_kiosks_give_no_number_twice(county: str) -> None:
    """Thirty tickets of two groups taken at once: A001 to A015, B001 to B015, each once."""
    make_hall(county)
    taken = _at_once(lambda n: take(county, "AB"[n % 2]).label, range(WINDOWS))
    assert [f"{letter}{n:03d}" for letter in "AB" for n in range(1, 16)] == sorted(taken)
    assert [15, 15] == list(StoredCounter.objects.values_list("last", flat=True))


def test_thirty_windows_never_call_one_ticket_twice(county: str, account_of: AccountOf) -> None:
    """Thirty windows call three times each, seventy wait: seventy are called, each by one window."""
    make_hall(county, windows=WINDOWS + 3)
    windows = [f"W{n}" for n in range(4, WINDOWS + 4)]
    clerks = {window: sit(account_of, county, window) for window in windows}
    numbers = {take(county, "AB"[n % 2], at=minute(n / 100)).number for n in range(70)}

    def work(window: str) -> list[str]:
        desk = {"county": county, "by": clerks[window], "role": CLERK}
        called = []
        for turn in range(3):
            row = services.call_next(window=window, at=minute(2 + turn), **desk)
            if row is not None:
                services.serve(number=row.number, at=minute(2 + turn), **desk)
                services.finish(number=row.number, at=minute(2 + turn), **desk)
                called.append(row.number)
        return called

    called = Counter(number for numbers in _at_once(work, windows) for number in numbers)
    assert numbers == set(called)
    assert {1} == set(called.values())
    assert {"finished"} == set(StoredTicket.objects.values_list("state", flat=True))
    assert 4 * 70 == StoredEvent.objects.filter(stream__startswith="ticket/").count()


def test_of_ten_who_finish_one_ticket_one_wins(county: str, account_of: AccountOf) -> None:
    """A double click ten times over: one is stored, nine are told."""
    make_hall(county)
    clerk = sit(account_of, county)
    number = take(county).number
    desk = {"county": county, "by": clerk, "role": CLERK, "at": minute(1)}
    services.call_next(window="W1", **desk)
    row = services.serve(number=number, **desk)

    def work(_n: int) -> str:
        return services.finish(number=number, expected_serial=row.serial, **desk).state

    assert Counter({"ticket.race": 9, "finished": 1}) == Counter(_at_once(work, range(10)))


def test_the_last_places_of_a_slot_are_given_once(county: str) -> None:
    """Twelve book the same hour with three places: three succeed."""
    make_hall(county)

    def work(_n: int) -> str:
        return services.book(
            county=county, hall=HALL, group="B", starts_at=minute(60), at=minute(0)
        ).state

    assert Counter({"slot.full": 9, "booked": 3}) == Counter(_at_once(work, range(12)))
    assert 3 == StoredSlot.objects.get().taken == StoredAppointment.objects.count()

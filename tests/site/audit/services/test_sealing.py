"""Sealing: what grew since the last seal, once, in portions, chained."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from kaocheng.kernel.events import check_seals
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent, StoredSeal, StoredSealedHead
from kaocheng.site.audit.services import seal_events, sealing
from kaocheng.site.audit.verifying import Verified, verify_county
from tests.site.audit.conftest import BEGIN, Grow

pytestmark = pytest.mark.django_db


def seals(county: str) -> list[tuple[object, object]]:
    """The seals as they are stored, each with its heads."""
    return [
        (
            row.as_seal(),
            [
                sealing.SealedHead(h.stream, h.serial, h.digest)
                for h in StoredSealedHead.objects.filter(seal=row.number).order_by("place")
            ],
        )
        for row in StoredSeal.objects.filter(county=county).order_by("number")
    ]


def test_the_last_event_of_each_stream_is_sealed(grow: Grow, county: str) -> None:
    """Two streams that grew, one head each; the seal counts the events."""
    grow("matter/甲", 3)
    (only,) = grow("matter/乙", 1)
    seal = seal_events(county=county, at=BEGIN)
    assert (1, 4, 2, only.pk) == (seal.number, seal.events, seal.streams, seal.high)
    heads = StoredSealedHead.objects.order_by("stream").values_list("stream", "serial")
    assert {("matter/甲", 3), ("matter/乙", 1)} == set(heads)
    assert [] == list(check_seals(seals(county)))


def test_only_what_grew_is_sealed_again(grow: Grow, county: str) -> None:
    """The second seal holds the stream that grew, bound to the first; a third has nothing to seal."""
    grow("matter/甲", 1)
    grow("matter/乙", 1)
    first = seal_events(county=county, at=BEGIN)
    grow("matter/甲", 2)
    second = seal_events(county=county, at=BEGIN + timedelta(hours=1))
    assert (2, 2, 1, first.digest) == (
        second.number,
        second.events,
        second.streams,
        second.previous,
    )
    assert seal_events(county=county, at=BEGIN) is None
    assert [] == list(check_seals(seals(county)))


def test_nothing_to_seal(county: str) -> None:
    """An empty store has no seal."""
    assert seal_events(county=county, at=BEGIN) is None
    assert str(StoredSeal(number=3)) == "封存3"


def test_counties_are_sealed_apart(grow: Grow, county: str) -> None:
    """Each has its own numbers and its own events."""
    grow("matter/甲", 2)
    grow("matter/甲", 1, county="510905")
    seal_events(county=county, at=BEGIN)
    other = seal_events(county="510905", at=BEGIN)
    assert (1, 1) == (other.number, other.events)


def test_many_events_are_sealed_in_portions(
    grow: Grow, county: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portion at a time, until nothing is left; all of them hold together."""
    monkeypatch.setattr(sealing, "_PORTION", 4)
    for stream in "甲乙丙":
        grow(f"matter/{stream}", 3)
    last = seal_events(county=county, at=BEGIN)
    assert (3, 1) == (last.number, last.events)
    verified = Verified(county)
    assert [] == list(verify_county(verified))
    assert (9, 3, 3, 0) == (verified.events, verified.streams, verified.seals, verified.unsealed)
    assert StoredEvent.objects.count() == 9


def test_the_loser_of_two_sealers_keeps_quiet(
    grow: Grow, county: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number was taken in the meantime: nothing is stored twice, nothing is raised."""
    grow("matter/甲", 2)
    seal_events(county=county, at=BEGIN)
    grow("matter/甲", 1)
    real, seen = sealing.StoredSeal.objects.filter, []

    def blind(**given: object) -> object:
        """The last seal is not seen, as if the other had stored it a moment later."""
        seen.append(given)
        return real(pk=-1) if len(seen) == 2 else real(**given)

    monkeypatch.setattr(sealing.StoredSeal.objects, "filter", blind)
    assert seal_events(county=county, at=BEGIN) is None
    monkeypatch.undo()
    assert StoredSeal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_long_transaction_is_not_waited_for(
    emptied_after: None, grow: Grow, county: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL, while somebody's transaction appends: refused with a sentence, and later done."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time, and the others wait as for any write")
    monkeypatch.setattr(sealing, "_PATIENCE", 50)
    appended, over = Event(), Event()

    def linger() -> None:
        """Append, and stay in the transaction until told."""
        with transaction.atomic():
            grow("matter/甲", 1)
            appended.set()
            over.wait(30)
        connection.close()

    worker = Thread(target=linger)
    worker.start()
    assert appended.wait(30)
    with pytest.raises(Refusal, match="现在不能封存"):
        seal_events(county=county, at=BEGIN)
    over.set()
    worker.join(30)
    assert seal_events(county=county, at=BEGIN).events == 1

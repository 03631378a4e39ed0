"""Verifying the store: whatever is done to any one row of it, the place is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import models, transaction

from kaocheng.kernel.events import Break, Tampering
from kaocheng.site.audit.models import StoredEvent, StoredSeal, StoredSealedHead
from kaocheng.site.audit.services import seal_events
from kaocheng.site.audit.verifying import (
    Verified,
    check_anchors,
    count_events,
    counties,
    verify_county,
)
from tests.site.audit.conftest import BEGIN, Grow

pytestmark = pytest.mark.django_db
OTHER: dict[str, Any] = {
    "county": "510999",
    "stream": "matter/丁",
    "serial": 99,
    "actor": "other",
    "role": "approver",
    "kind": "改",
    "facts": '{"步":9}',
    "previous": "0" * 64,
    "algorithm": "sm3",
    "digest": "1" * 64,
    "number": 77,
    "high": 1,
    "events": 1,
    "streams": 9,
    "root": "2" * 64,
    "seal": 88,
    "place": 9,
}


@pytest.fixture
def sealed(grow: Grow, county: str, unlocked: None) -> None:
    """Three streams, sealed twice: after the first half and at the end."""
    for stream, number in (("matter/甲", 2), ("ticket/1", 1), ("matter/乙", 2)):
        grow(stream, number)
    seal_events(county=county, at=BEGIN)
    for stream, number in (("matter/甲", 2), ("matter/丙", 2)):
        grow(stream, number)
    seal_events(county=county, at=BEGIN + timedelta(hours=1))


@contextmanager
def mutated() -> Iterator[None]:
    """What is done inside is undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def breaks(county: str) -> list[Break]:
    """Everything found in the county."""
    return list(verify_county(Verified(county)))


def columns(model: type[models.Model]) -> list[str]:
    """The columns somebody might change."""
    return [field.name for field in model._meta.concrete_fields if field.name != "id"]


def test_an_untouched_store_holds(sealed: None, county: str) -> None:
    """Nothing is found, everything is counted, and the last seal is given to be noted."""
    verified = Verified(county)
    assert [] == list(verify_county(verified))
    assert (9, 4, 2, 0) == (verified.events, verified.streams, verified.seals, verified.unsealed)
    assert verified.last.digest == StoredSeal.objects.get(number=2).digest
    assert [county] == counties()
    assert count_events(county) == 9


def test_events_not_sealed_yet_are_counted(sealed: None, grow: Grow, county: str) -> None:
    """New events hold by their chain; a seal made meanwhile is left for the next time."""
    grow("matter/甲", 1)
    verified = Verified(county)
    found = verify_county(verified)
    assert [] == list(found)
    assert verified.unsealed == 1


def test_any_changed_column_of_any_event_is_located(sealed: None, county: str) -> None:
    """Every row, every column: stream and serial of the row are named."""
    for row in StoredEvent.objects.all():
        for name in columns(StoredEvent):
            value = row.at + timedelta(seconds=1) if name == "at" else OTHER[name]
            with mutated():
                StoredEvent.objects.filter(pk=row.pk).update(**{name: value})
                found = breaks(county)
                places = [(b.stream, b.first, b.last) for b in found]
                assert any(
                    stream == row.stream and first <= row.serial <= last
                    for stream, first, last in places
                ), (row, name, found)
                assert {row.stream, OTHER["stream"]} >= {stream for stream, _, _ in places}


def test_any_event_forged_with_its_digest_is_located(sealed: None, county: str) -> None:
    """Content and digest both changed: the neighbours or the seal remember."""
    for row in StoredEvent.objects.all():
        with mutated():
            row.facts = '{"步":9}'
            row.digest = row.as_event().computed()
            row.save()
            found = breaks(county)
            assert found, row
            assert {row.stream} == {b.stream for b in found}
            assert all(b.first <= row.serial <= b.last for b in found)
            assert {Tampering.REPLACED} == {b.kind for b in found}


def test_any_deleted_event_is_located(sealed: None, county: str) -> None:
    """In the middle it is missing, at the end cut off."""
    for row in StoredEvent.objects.all():
        last = StoredEvent.objects.filter(stream=row.stream).count()
        with mutated():
            StoredEvent.objects.filter(pk=row.pk).delete()
            (found,) = breaks(county)
            assert (row.stream, row.serial, row.serial) == (found.stream, found.first, found.last)
            kinds = {Tampering.MISSING} if row.serial < last else {Tampering.TRUNCATED}
            assert found.kind in (kinds | {Tampering.REMOVED} if last == 1 else kinds)


def test_a_deleted_stream_is_located(sealed: None, county: str) -> None:
    """All its events are gone, but the seal knows how long it was."""
    StoredEvent.objects.filter(stream="matter/甲").delete()
    (found,) = breaks(county)
    assert (Tampering.REMOVED, "matter/甲", 1, 4) == (
        found.kind,
        found.stream,
        found.first,
        found.last,
    )


def test_swapped_events_are_located(sealed: None, county: str) -> None:
    """Two rows exchanged their serials."""
    one, two = StoredEvent.objects.filter(stream="matter/甲", serial__in=(2, 3)).order_by("serial")
    StoredEvent.objects.filter(pk=one.pk).update(serial=100)
    StoredEvent.objects.filter(pk=two.pk).update(serial=2)
    StoredEvent.objects.filter(pk=one.pk).update(serial=3)
    assert [(Tampering.SWAPPED, 2), (Tampering.SWAPPED, 3)] == [
        (b.kind, b.first) for b in breaks(county)
    ]


def test_an_event_put_under_a_seal_is_located(grow: Grow, county: str, unlocked: None) -> None:
    """A stream that is chained in itself, with a key from before the seal, which did not see it."""
    grow("matter/甲", 1)
    (freed,) = grow("matter/空", 1)
    grow("matter/乙", 2)
    StoredEvent.objects.filter(pk=freed.pk).delete()
    seal_events(county=county, at=BEGIN)
    (forged,) = grow("matter/伪", 1)
    assert breaks(county) == []
    StoredEvent.objects.filter(pk=forged.pk).update(id=freed.pk)
    (found,) = breaks(county)
    assert (Tampering.INSERTED, "matter/伪", 1) == (found.kind, found.stream, found.first)
    assert "封存1时没有这一条" in found.message


@pytest.mark.parametrize("model", [StoredSeal, StoredSealedHead], ids=["seal", "head"])
def test_any_changed_column_of_a_seal_is_located(
    sealed: None, county: str, model: type[models.Model]
) -> None:
    """Every row, every column of seals and heads: the seal is named.

    Two things are no change to what was sealed: a larger place for the last head, and the last seal given to
    another county, which is the same as taking it off the end (see the anchors below).
    """
    for row in model.objects.all():
        number = row.number if isinstance(row, StoredSeal) else row.seal
        for name in columns(model):
            if (name, number) == ("county", 2) and isinstance(row, StoredSeal):
                continue
            if (
                name == "place"
                and row.place == StoredSealedHead.objects.filter(seal=number).count() - 1
            ):
                continue
            value = BEGIN - timedelta(days=1) if name == "at" else OTHER[name]
            with mutated():
                model.objects.filter(pk=row.pk).update(**{name: value})
                found = [b for b in breaks(county) if b.kind is Tampering.SEAL]
                assert any(number in {b.first, b.last} for b in found), (row, name, found)


def test_a_seal_taken_off_the_end_is_seen_with_an_anchor(sealed: None, county: str) -> None:
    """The last seal and its heads deleted: only a note kept outside can tell."""
    noted = f"2:{StoredSeal.objects.get(number=2).digest[:8]}"
    assert [] == list(check_anchors(county, [noted]))
    StoredSeal.objects.filter(number=2).delete()
    StoredSealedHead.objects.filter(seal=2).delete()
    assert breaks(county) == []
    (found,) = check_anchors(county, [noted])
    assert (Tampering.SEAL, 2) == (found.kind, found.first)
    assert "现在没有这一次封存" in found.message


def test_another_county_is_not_looked_at(sealed: None, grow: Grow, county: str) -> None:
    """What is broken there is found there."""
    grow("matter/甲", 2, county="510905")
    StoredEvent.objects.filter(county="510905", serial=1).update(kind="改")
    assert breaks(county) == []
    assert [("510905", "matter/甲", 1)] == [(b.county, b.stream, b.first) for b in breaks("510905")]
    assert sorted([county, "510905"]) == counties()

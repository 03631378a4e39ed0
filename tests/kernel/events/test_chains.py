"""Whatever is done to one row of a chain, the check names the stream and the serial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.events import Event, Tampering, check_chain, check_stream
from tests.kernel.events.streams import COUNTY, heads, stream

LENGTH = 6


def found(events: list[Event], sealed_heads: object = ()) -> list[tuple[str, int, int]]:
    """Kind, first and last serial of every break."""
    return [(str(b.kind), b.first, b.last) for b in check_stream(events, sealed_heads)]


def test_an_untouched_chain_holds() -> None:
    """Several streams in a row, sealed at several places, in both algorithms."""
    one, two = stream("case/甲", LENGTH), stream("case/乙", 3, "sm3")
    assert [] == list(check_chain([*one, *two]))
    assert [] == list(check_stream(one, [*heads(one[:2]), *heads(one[:4]), *heads(one)]))


@pytest.mark.parametrize("serial", [1, 3, LENGTH])
def test_changed_content(serial: int) -> None:
    """The row that was changed, and no other."""
    events = stream("case/甲", LENGTH)
    events[serial - 1] = replace(events[serial - 1], facts='{"金额":999}')
    assert found(events) == [(Tampering.CHANGED, serial, serial)]


@pytest.mark.parametrize("serial", [1, 3, LENGTH - 2])
def test_changed_together_with_its_digest(serial: int) -> None:
    """The next event remembers what the digest had been."""
    events = stream("case/甲", LENGTH)
    forged = replace(events[serial - 1], facts='{"金额":999}')
    events[serial - 1] = replace(forged, digest=forged.computed())
    assert found(events) == [(Tampering.REPLACED, serial, serial)]


@pytest.mark.parametrize("serial", [1, 3, LENGTH])
def test_torn_off_and_given_a_new_digest(serial: int) -> None:
    """An event that names another predecessor, with its digest computed anew."""
    events = stream("case/甲", LENGTH)
    forged = replace(events[serial - 1], previous="0" * 64)
    events[serial - 1] = replace(forged, digest=forged.computed())
    whole = found(events, [*heads(stream("case/甲", LENGTH))])
    assert whole == [(Tampering.REPLACED, serial, serial)]


def test_the_last_two_cannot_be_told_apart_without_a_seal() -> None:
    """Either may have been written anew; both are named. A seal on either decides."""
    events = stream("case/甲", LENGTH)
    sealed_heads = heads(events[:-1])
    forged = replace(events[-1], previous="0" * 64)
    events[-1] = replace(forged, digest=forged.computed())
    assert found(events) == [(Tampering.REPLACED, LENGTH - 1, LENGTH)]
    assert found(events, sealed_heads) == [(Tampering.REPLACED, LENGTH, LENGTH)]


def test_the_last_one_changed_together_with_its_digest() -> None:
    """Only a seal can tell."""
    events = stream("case/甲", LENGTH)
    sealed_heads = heads(events)
    forged = replace(events[-1], facts='{"金额":999}')
    events[-1] = replace(forged, digest=forged.computed())
    assert found(events) == []
    assert found(events, sealed_heads) == [(Tampering.REPLACED, 1, LENGTH)]
    assert found(events, [*heads(events[:-1]), *sealed_heads]) == [
        (Tampering.REPLACED, LENGTH, LENGTH)
    ]


def test_a_tail_written_anew() -> None:
    """From the third event on all is forged and chained anew: between the seal that holds and the one that does not."""
    events = stream("case/甲", LENGTH)
    sealed_heads = [*heads(events[:2]), *heads(events)]
    forged = [*events[:2], *stream("case/甲", LENGTH, "sm3")[2:]]
    forged[2] = replace(forged[2], previous=events[1].digest)
    for place in range(2, LENGTH):
        bare = replace(forged[place], previous=forged[place - 1].digest)
        forged[place] = replace(bare, digest=bare.computed())
    assert found(forged, sealed_heads) == [(Tampering.REPLACED, 3, LENGTH)]


@pytest.mark.parametrize("serial", [1, 3, 5])
def test_missing(serial: int) -> None:
    """A gap in the serials."""
    events = stream("case/甲", LENGTH)
    del events[serial - 1]
    assert found(events) == [(Tampering.MISSING, serial, serial)]


def test_cut_off() -> None:
    """The tail is gone; the seal remembers how long the stream was."""
    events = stream("case/甲", LENGTH)
    assert found(events[:4], heads(events)) == [(Tampering.TRUNCATED, 5, LENGTH)]


def test_swapped() -> None:
    """Two events took each other's place."""
    events = stream("case/甲", LENGTH)
    events[1], events[3] = replace(events[3], serial=2), replace(events[1], serial=4)
    assert found(events) == [(Tampering.SWAPPED, 2, 2), (Tampering.SWAPPED, 4, 4)]


def test_put_in() -> None:
    """A row with a serial that was never given."""
    events = stream("case/甲", LENGTH)
    assert found([replace(events[0], serial=0), *events]) == [
        (Tampering.INSERTED, 0, 0),
        (Tampering.CHANGED, 0, 0),
    ]


def test_a_break_is_told_in_words() -> None:
    """County, stream, serial and what was seen."""
    events = stream("case/甲", LENGTH)
    events[2] = replace(events[2], actor="other")
    (told,) = check_stream(events)
    assert (COUNTY, "case/甲", "第3条：内容与摘要不符") == (told.county, told.stream, told.message)


CHANGES: list[Callable[[Event], Event]] = [
    lambda e: replace(e, facts='{"x":1}'),
    lambda e: replace(e, actor=e.actor + "x"),
    lambda e: replace(e, role=e.role + "x"),
    lambda e: replace(e, kind=e.kind + "x"),
    lambda e: replace(e, previous="0" * 64),
    lambda e: replace(e, digest="0" * 64),
    lambda e: replace(e, algorithm="sm3"),
    lambda e: replace(e, algorithm="md5"),
    lambda e: replace(e, at=e.at.replace(year=2020)),
]


@given(
    st.integers(2, 12),
    st.data(),
    st.sampled_from(CHANGES),
    st.booleans(),
)
def test_any_single_change_is_located(
    length: int, data: st.DataObject, change: Callable[[Event], Event], forged: object
) -> None:
    """One field of one row, with or without its digest computed anew: the serial is named, no other is."""
    events = stream("case/甲", length)
    seals = sorted(data.draw(st.sets(st.integers(1, length - 1), max_size=3)) | {length})
    sealed_heads = [head for end in seals for head in heads(events[:end])]
    place = data.draw(st.integers(0, length - 1))
    event = change(events[place])
    if forged and event.algorithm != "md5" and event.digest != "0" * 64:
        event = replace(event, digest=event.computed())
    events[place] = event
    breaks = list(check_stream(events, sealed_heads))
    assert breaks
    assert all(b.first <= place + 1 <= b.last for b in breaks)
    assert len({(b.first, b.last) for b in breaks}) == 1, "the narrowest place, said once"


@given(st.integers(2, 12), st.data())
def test_any_single_deletion_is_located(length: int, data: st.DataObject) -> None:
    """A row gone, wherever it stood."""
    events = stream("case/甲", length)
    sealed_heads = heads(events)
    place = data.draw(st.integers(0, length - 1))
    del events[place]
    (told,) = check_stream(events, sealed_heads)
    assert (place + 1, place + 1) == (told.first, told.last)
    assert told.kind is (Tampering.MISSING if place < length - 1 else Tampering.TRUNCATED)


@given(st.integers(2, 12), st.data())
def test_any_exchange_is_located(length: int, data: st.DataObject) -> None:
    """Two rows that changed places are both named."""
    events = stream("case/甲", length)
    one, two = sorted(data.draw(st.sets(st.integers(0, length - 1), min_size=2, max_size=2)))
    events[one], events[two] = (
        replace(events[two], serial=one + 1),
        replace(events[one], serial=two + 1),
    )
    breaks = list(check_stream(events, heads(events)))
    assert {one + 1, two + 1} == {b.first for b in breaks}
    assert all(b.kind is Tampering.SWAPPED for b in breaks)

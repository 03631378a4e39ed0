"""Seals: bound to each other and to their heads; any change to one is named by its number."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from kaocheng.kernel.events import Seal, SealedHead, Tampering, check_seals
from tests.kernel.events.streams import heads, seal, stream

HEADS = [
    heads(stream("case/甲", 2), stream("case/乙", 1)),
    heads(stream("case/甲", 4)),
    heads(stream("case/甲", 5), stream("ticket/1", 2), stream("case/丙", 1)),
]


def seals() -> list[tuple[Seal, tuple[SealedHead, ...]]]:
    """Three seals in a row."""
    found: list[tuple[Seal, tuple[SealedHead, ...]]] = []
    for number, sealed_heads in enumerate(HEADS, start=1):
        found.append((seal(number, sealed_heads, found[-1][0] if found else None), sealed_heads))
    return found


def numbers(given: list[tuple[Seal, tuple[SealedHead, ...]]]) -> list[int]:
    """The numbers of the seals found broken."""
    breaks = list(check_seals(given))
    assert all(b.kind is Tampering.SEAL and not b.stream for b in breaks)
    return [b.first for b in breaks]


def test_untouched_seals_hold() -> None:
    """Numbered from one, each with as many heads as it says."""
    assert numbers(seals()) == []
    assert [s.streams for s, _ in seals()] == [2, 1, 3]


OTHER: dict[str, Any] = {
    "county": "510905",
    "number": 9,
    "at": seals()[2][0].at,
    "high": 1,
    "events": 1,
    "streams": 9,
    "algorithm": "sm3",
    "root": "00",
    "previous": "00",
    "digest": "00",
}


@pytest.mark.parametrize("name", [field.name for field in fields(Seal)])
def test_a_changed_field_is_located(name: str) -> None:
    """Any field of the second seal."""
    changed = seals()
    changed[1] = (replace(changed[1][0], **{name: OTHER[name]}), changed[1][1])
    assert numbers(changed)[0] == 2


def test_a_missing_seal_is_located() -> None:
    """The second is gone."""
    assert numbers([seals()[0], seals()[2]]) == [2]


def test_a_seal_made_anew_is_located() -> None:
    """The second is forged with its digest: the third remembers the old one."""
    changed = seals()
    forged = seal(2, heads(stream("case/甲", 3)), changed[0][0])
    changed[1] = (forged, heads(stream("case/甲", 3)))
    assert numbers(changed) == [3]


@pytest.mark.parametrize("change", ["fewer", "other", "order"])
def test_changed_heads_are_located(change: str) -> None:
    """A head gone, changed, or in another place."""
    changed = seals()
    first = changed[2][1]
    others = {
        "fewer": first[:2],
        "other": (replace(first[0], serial=4), *first[1:]),
        "order": (first[1], first[0], first[2]),
    }
    changed[2] = (changed[2][0], others[change])
    assert numbers(changed) == [3]

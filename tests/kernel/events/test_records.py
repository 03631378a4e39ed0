"""Events are bound to the one before and to everything they say."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from kaocheng.kernel.events import Event
from tests.kernel.events.streams import stream

OTHER: dict[str, Any] = {
    "county": "510905",
    "stream": "case/乙",
    "serial": 9,
    "actor": "other",
    "role": "approver",
    "kind": "改",
    "facts": '{"金额":9}',
    "previous": "00",
    "algorithm": "sm3",
}


def test_events_are_numbered_and_chained() -> None:
    """The first has nothing before it, each later one the digest of its predecessor."""
    first, second = stream("case/甲", 2)
    assert (1, "", 2, first.digest) == (
        first.serial,
        first.previous,
        second.serial,
        second.previous,
    )
    assert first.digest == first.computed()
    assert second.facts == '{"材料":["身份证",null,true],"金额":1}'


@pytest.mark.parametrize("name", [field.name for field in fields(Event) if field.name != "digest"])
def test_every_field_is_in_the_digest(name: str) -> None:
    """Change any one and the digest is another."""
    event = stream("case/甲", 2)[1]
    value = event.at + timedelta(microseconds=1) if name == "at" else OTHER[name]
    assert event.digest != replace(event, **{name: value}).computed()


def test_the_algorithm_is_named_in_the_event() -> None:
    """A chain may change to SM3; every event says how it was computed."""
    event = stream("case/甲", 1, "sm3")[0]
    assert event.algorithm == "sm3"
    assert event.digest == event.computed() != replace(event, algorithm="sha256").computed()

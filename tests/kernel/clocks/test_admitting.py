"""Adding entries: what does not follow is refused, and lateness cannot be extended away."""

from __future__ import annotations

import pytest

from kaocheng.kernel.clocks import Budget, Entry, Turn, admit
from kaocheng.kernel.refusing import Refusal
from tests.kernel.clocks.ledgers import CALENDAR, at

START = Entry(Turn.START, at("03-02 10:00"), "受理")


def test_a_lawful_entry_is_added_at_the_end() -> None:
    """Nothing else changes."""
    pause = Entry(Turn.PAUSE, at("03-03 10:00"), "听证")
    assert admit(Budget(5), (START,), pause, CALENDAR) == (START, pause)


def test_an_entry_that_does_not_follow_is_refused() -> None:
    """A second start."""
    with pytest.raises(Refusal, match="已经起算"):
        admit(Budget(5), (START,), START, CALENDAR)


def test_an_extension_comes_in_time_or_not_at_all() -> None:
    """On the last day it counts, on the day after it is refused and the date named."""
    in_time = Entry(Turn.EXTEND, at("03-09 23:00"), "延长", extra=Budget(10))
    late = Entry(Turn.EXTEND, at("03-10 09:00"), "延长", extra=Budget(10))
    assert len(admit(Budget(5), (START,), in_time, CALENDAR)) == 2
    with pytest.raises(Refusal, match="2026-03-09届满") as found:
        admit(Budget(5), (START,), late, CALENDAR)
    assert found.value.code == "clock.late_extension"

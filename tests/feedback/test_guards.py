"""Guards: each says in a sentence what stands against a move."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kaocheng.feedback.guards import GUARDS, why_not
from kaocheng.kernel.clocks import SHANGHAI
from tests.feedback.making import CHIEF, CLERK, EVERYBODY, MANAGER, MONDAY, bad_rating, scene


@pytest.mark.parametrize("name", GUARDS)
def test_every_guard_answers_with_a_sentence_or_nothing(name: str) -> None:
    """For everybody, and a sentence ends like one."""
    said = {GUARDS[name](scene(bad_rating(), doer)) for doer in EVERYBODY}
    assert all(not sentence or sentence.endswith("。") for sentence in said)


def test_the_first_reason_is_given() -> None:
    """Being the person rated comes before everything else."""
    assert "被评价人" in why_not(scene(bad_rating(), CLERK), ("handler", "in_scope"))
    assert "" == why_not(scene(bad_rating(), MANAGER), ("in_scope",))


@pytest.mark.parametrize(("days", "open_"), [(3, 1), (6, 1), (7, 0)])
def test_the_time_to_appeal_counts_working_days(days: int, open_: int) -> None:
    """Three working days after Monday 2 March end on Thursday; Friday is off, Monday is too late."""
    said = GUARDS["appeal_open"](scene(bad_rating(), CHIEF, MONDAY + timedelta(days=days)))
    assert bool(open_) == (said == "")


def test_the_time_to_appeal_without_a_calendar_counts_days() -> None:
    """Over the end of the last announced year nothing is guessed: plain days, the stricter count."""
    ticket = bad_rating(at=datetime(2026, 12, 31, 9, 0, tzinfo=SHANGHAI))
    said = [
        GUARDS["appeal_open"](scene(ticket, CHIEF, ticket.opened_at + timedelta(days=days)))
        for days in (3, 4)
    ]
    assert ["", "申诉期3个工作日已过。"] == said

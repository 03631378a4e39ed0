"""What is told of an event: its day in Beijing, and texts that fit into a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.cases.papers.telling import Told
from tests.cases.walking import CLERK, Walk


def test_a_note_loses_its_stop_and_nothing_is_something_else() -> None:
    """So that a sentence may go on behind it."""
    walk = Walk().to("tell_not_needed", CLERK, reason="已取消这项许可。")
    told = Told(walk.case, walk.version, walk.events[-1], walk.calendar)
    assert ("已取消这项许可", "无") == (told.note("reason"), told.note("remedies", "无"))
    assert date(2026, 3, 2) == told.day
    assert replace(told, issued=(("决定书", "1号"),)).facts == told.facts

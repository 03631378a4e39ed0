"""Appointments: slots inside the opening hours, when they may be booked, when one may check in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from kaocheng.hall.appointments import (
    Slot,
    SlotPlan,
    check_bookable,
    check_check_in,
    check_slot,
    missed,
    slots_on,
)
from kaocheng.hall.hours import Span
from kaocheng.hall.rules import default_rules
from kaocheng.kernel.refusing import Refusal
from tests.hall.examples import AFTERNOON, DAY, MORNING, ZONE, at

RULES = default_rules()
PLAN = SlotPlan("A", time(9), time(17), 60, 3)
SLOT = Slot("A", at(60), at(120), 3)


def _starts(plan: SlotPlan, *spans: Span, weekday: int = 4) -> list[str]:
    return [
        f"{slot.starts_at:%H:%M}" for slot in slots_on(plan, DAY, spans, weekday=weekday, zone=ZONE)
    ]


def test_slots_lie_wholly_in_the_opening_hours() -> None:
    """Nine to twelve and two to five: six slots; none over noon, none on a day the plan does not name."""
    assert ["09:00", "10:00", "11:00", "14:00", "15:00", "16:00"] == _starts(
        PLAN, MORNING, AFTERNOON
    )
    assert ["10:00"] == _starts(PLAN, Span(time(9, 30), time(11, 30)))
    assert [] == _starts(PLAN, MORNING, weekday=5)
    assert [] == _starts(replace(PLAN, until=date(2026, 11, 19)), MORNING)
    assert [] == _starts(replace(PLAN, since=date(2026, 11, 21)), MORNING)


def test_a_plan_without_slots_is_refused() -> None:
    """Too short, no length, nobody let in."""
    for wrong in (
        replace(PLAN, closes=time(9, 30)),
        replace(PLAN, minutes=0),
        replace(PLAN, capacity=0),
    ):
        with pytest.raises(Refusal, match="放不出"):
            check_slot(wrong)
    check_slot(replace(PLAN, closes=time(10)))


def test_full_late_and_far_slots_are_refused() -> None:
    """The third place is the last; half an hour before is the latest; a week ahead the earliest."""
    check_bookable(SLOT, 2, at(30), RULES)
    with pytest.raises(Refusal, match="约满"):
        check_bookable(SLOT, 3, at(30), RULES)
    with pytest.raises(Refusal, match="提前30分钟"):
        check_bookable(SLOT, 0, at(31), RULES)
    check_bookable(SLOT, 0, at(0) - timedelta(days=7), RULES)
    with pytest.raises(Refusal, match="7天以内"):
        check_bookable(SLOT, 0, at(0) - timedelta(days=8), RULES)


def test_check_in_is_on_the_day_and_in_time() -> None:
    """Early is in time; ten minutes after the slot still; later one is an ordinary visitor; another day is refused."""
    assert check_check_in(at(60), at(120), at(0), RULES)
    assert check_check_in(at(60), at(120), at(130), RULES)
    assert not check_check_in(at(60), at(120), at(131), RULES)
    with pytest.raises(Refusal, match="2026年11月20日，今天不能签到"):
        check_check_in(at(60), at(120), at(60) + timedelta(days=1), RULES)


def test_no_show_after_the_grace() -> None:
    """Not before the grace has passed."""
    assert not missed(at(120), at(130), RULES)
    assert missed(at(120), at(131), RULES)
    assert missed(at(120), at(0) + timedelta(days=1), RULES)

"""Made-up ratings and bad ratings for the tests of feedback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.guards import Doer, Scene
from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import in_force
from kaocheng.feedback.moving import allowed, opened
from kaocheng.feedback.records import BadRating, Origin, Rating, Standing
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.workdays import Notice, WorkCalendar

CALENDAR = WorkCalendar(
    (
        Notice(2025, "", "测试用放假安排", None, (), ()),
        Notice(
            2026,
            "",
            "测试用放假安排",
            None,
            ((date(2026, 3, 6), "测试日"),),
            ((date(2026, 3, 14), "测试日"),),
        ),
    )
)
"""A made-up calendar: Friday 6 March 2026 is off, Saturday 14 March is worked."""

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=SHANGHAI)
"""Monday 2 March 2026, ten o'clock."""

FILLED_IN = {
    "finding": "窗口没有一次告知",
    "measures": "已向评价人说明并补发清单",
    "reason": "需要改流程",
    "plan": "三日内改好",
    "explanation": "依据不足",
    "reply": "认可",
    "way": "电话",
    "note": "三次无人接听",
    "days": "3",
    "ground": "恶意：与事实不符",
    "statement": "录像为证",
}
"""What may be filled in for any move of a bad rating."""

CLERK = Doer("clerk", frozenset({Role.WINDOW_CLERK}), "D01")
MANAGER = Doer("manager", frozenset({Role.DEPARTMENT_MANAGER}), "D01")
OTHER_MANAGER = Doer("other", frozenset({Role.DEPARTMENT_MANAGER}), "D02")
CHIEF = Doer("chief", frozenset({Role.CHIEF_REPRESENTATIVE}), "D01")
SUPERVISOR = Doer("supervisor", frozenset({Role.HALL_SUPERVISOR}), "B00")
INSPECTOR = Doer("inspector", frozenset({Role.INSPECTOR}), "B00")
SECOND_INSPECTOR = Doer("inspector2", frozenset({Role.INSPECTOR}), "B00")
EVERYBODY = (CLERK, MANAGER, OTHER_MANAGER, CHIEF, SUPERVISOR, INSPECTOR, SECOND_INSPECTOR)


def bad_rating(*, named: bool = True, at: datetime = MONDAY) -> BadRating:
    """A bad rating of the window clerk of D01, just opened."""
    rules = in_force(at.date())
    ticket = BadRating(
        "P1", "510904", "C1", at, allowed(rules), named, unit="D01", window="W1", rated="clerk"
    )
    return opened(ticket)


def scene(ticket: BadRating, doer: Doer, at: datetime = MONDAY) -> Scene:
    """The scene of a move on the made-up calendar."""
    return Scene(ticket, doer, at, CALENDAR)


def rating(number: int, **given: object) -> Rating:
    """A very satisfied, active rating at window W1, `number` minutes after Monday ten o'clock."""
    at = MONDAY + timedelta(minutes=number)
    plain = Rating(
        f"P{number}", "510904", f"C{number}", "受理", RatingChannel.WINDOW_DEVICE,
        Level.VERY_SATISFIED, Origin.ACTIVE, Standing.VALID, at, 60,
        window="W1", unit="D01", item="I1", device="E1",
    )  # fmt: skip
    return replace(plain, **given)  # type: ignore[arg-type]

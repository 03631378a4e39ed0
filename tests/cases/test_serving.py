"""Closing and serving: numbered licences, the day somebody signed, validity that lies ahead."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.cases.limits import read_limit
from kaocheng.cases.moving import rebuild
from kaocheng.kernel.clocks import ClockState
from tests.cases.examples import REFUSAL, TASK, posted
from tests.cases.walking import CHIEF, CLERK, HOUSE, ISSUER, Walk
from tests.catalogue.versions import immediate


def test_the_serving_clock_ends_on_the_day_somebody_signed() -> None:
    """送达: posted on Monday, signed on Wednesday, entered a fortnight later: two days, not ten."""
    walk = posted().later(days=14)
    walk.to("confirm_service", ISSUER, served_on="2026-03-04")
    sent = walk.case.delivery
    assert sent is not None
    assert sent.served_at is not None
    assert date(2026, 3, 4) == sent.served_at.date()
    reading = read_limit(walk.case, "送达", walk.calendar, walk.at)
    assert reading is not None
    assert (ClockState.STOPPED, 2, False) == (reading.state, reading.used, reading.overdue)
    assert walk.case == rebuild(walk.events)


def test_signed_today_is_signed_now() -> None:
    """No moment that has not come."""
    walk = posted().later(days=2)
    walk.to("confirm_service", ISSUER, served_on="2026-03-04")
    assert walk.case.delivery is not None
    assert walk.case.moved_at == walk.case.delivery.served_at


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-06"])
def test_nobody_signs_before_it_is_posted_or_tomorrow(day: str) -> None:
    """Posted on the second, looked at on the fifth."""
    assert "case.served_on" == posted().later(days=3).refused(
        "confirm_service", ISSUER, served_on=day
    )


def test_a_licence_is_not_closed_without_its_number() -> None:
    """证照: at the grant or at the closing; a refusal and a proof without number need none."""
    walk = Walk().examined().to("grant", CHIEF)
    assert "case.certificate" == walk.refused("close", ISSUER)
    walk.to("close", ISSUER, certificate="证0001")
    Walk().examined().to("deny", CHIEF, **REFUSAL).to("close", ISSUER)
    Walk(immediate()).to("accept", CLERK).to("grant", CLERK).to("close", CLERK)


def test_nothing_is_granted_until_a_day_that_is_past() -> None:
    """有效期至 lies today or ahead."""
    walk = Walk().examined()
    assert "case.validity" == walk.refused("grant", CHIEF, valid_until="2026-03-01")
    walk.to("grant", CHIEF, valid_until="2026-03-02")


def test_a_rectified_day_is_a_day() -> None:
    """更正有效期: words that are no date are refused with how to write one."""
    walk = Walk().granted()
    given = {"subject": "有效期至", "reason": "录错"}
    assert "case.field" == walk.refused("rectify", CHIEF, until="明年", **given)
    assert "case.mended" == walk.refused("rectify", CHIEF, after="2027-03-01", **given)
    walk.to("rectify", CHIEF, until="2027-03-01", **given)
    assert walk.case.outcome is not None
    assert date(2027, 3, 1) == walk.case.outcome.valid_until


@pytest.mark.parametrize("day", ["0001-01-01", "20311231", "2031-12-31T00:00", "3000-01-01"])
def test_no_day_is_written_that_cannot_be_meant(day: str) -> None:
    """One way of writing a day, within the years there are, for every move that asks for one."""
    walk = Walk().granted()
    given = {"subject": "有效期至", "reason": "录错"}
    assert "case.field" == walk.refused("rectify", CHIEF, until=day, **given)


def test_a_permit_is_not_mended_to_end_before_it_began() -> None:
    """The day lies on or after the decision; what stood before may be written as the paper has it."""
    walk = Walk().examined().to("grant", CHIEF, certificate="证1", valid_until="2031-12-31")
    given = {"subject": "有效期至", "before": "2031年12月31日", "reason": "录错"}
    assert "case.validity" == walk.refused("rectify", CHIEF, until="2026-03-01", **given)
    assert "case.before" == walk.refused("rectify", CHIEF, until="2031-12-31", **given)
    walk.to("rectify", CHIEF, until="2031-12-30", **given)


def test_a_refusal_and_a_bad_opinion_say_why() -> None:
    """不予 with one word and 不通过 with none are refused."""
    walk = Walk().examined()
    assert "case.field" == walk.refused("deny", CHIEF, **{**REFUSAL, "reasons": "不"})
    walk = Walk().accepted()
    against = {**TASK, "opinion": "不通过"}
    assert "case.remark" == walk.refused("finish_task", HOUSE, **against)
    assert "case.field" == walk.refused("finish_task", HOUSE, **against, remark="不")
    walk.to("finish_task", HOUSE, **against, remark="通道宽度不够")

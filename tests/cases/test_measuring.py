"""Small facts counted once: visits, every step online, done on the day."""

from __future__ import annotations

from kaocheng.cases.measuring import all_online, on_spot, visits
from kaocheng.cases.states import Channel
from tests.cases.walking import APPLICANT, CLERK, ISSUER, Walk
from tests.catalogue.versions import immediate


def _online() -> Walk:
    return Walk(channel=Channel.ONLINE)


def test_several_meetings_on_one_day_are_one_visit() -> None:
    """Handed in, accepted and fetched on a Monday; another day is another visit."""
    walk = Walk().closed()
    assert 1 == visits(walk.case)
    walk.later(days=1).to("deliver", ISSUER, mode="现场", receiver="本人")
    assert 2 == visits(walk.case)


def test_online_and_posted_is_online_throughout() -> None:
    """Nobody had to come."""
    walk = _online().closed().to("deliver", ISSUER, mode="邮寄", waybill="S1")
    assert (True, 0) == (all_online(walk.case), visits(walk.case))


def test_one_paper_at_the_window_ends_it() -> None:
    """Applied for online, the original shown at the window."""
    walk = _online().to("receive", CLERK, received=["form"])
    assert (False, 1) == (all_online(walk.case), visits(walk.case))


def test_what_the_applicant_sends_online_is_online() -> None:
    """A paper sent through the same channel."""
    walk = _online().to("receive", APPLICANT, received=["form"])
    assert all_online(walk.case)


def test_done_on_the_spot() -> None:
    """Accepted and closed on one day, or not."""
    walk = Walk(immediate()).to("accept", CLERK).to("grant", CLERK)
    assert not on_spot(walk.case)
    assert on_spot(walk.to("close", CLERK).case)
    slow = Walk(immediate()).to("accept", CLERK).to("grant", CLERK).later(days=1).to("close", CLERK)
    assert not on_spot(slow.case)

"""Who does something is told in one way."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.hands import Hand
from tests.site.conftest import AccountOf

LATE = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)


def test_an_account_and_a_name(account_of: AccountOf) -> None:
    """An account tells its login and department; a device or the system only its name."""
    clerk = account_of(Role.WINDOW_CLERK, unit="D1")
    hand = Hand(clerk, Role.WINDOW_CLERK, LATE)
    assert (clerk.get_username(), "D1") == (hand.name, hand.unit)
    assert ("system", "") == (Hand("system", "", LATE).name, Hand("system", "", LATE).unit)


def test_its_day_is_that_of_beijing() -> None:
    """Half past five in the afternoon of Greenwich is the next morning."""
    assert date(2026, 3, 3) == Hand("system", "", LATE).today

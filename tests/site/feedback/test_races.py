"""Several at once: one token rates once, one ticket moves once, whoever was slower is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.feedback.counting import numbers
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation, StoredRating
from kaocheng.site.feedback.periods import Period
from kaocheng.site.feedback.services import handle_bad_rating, rate, token_of
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("emptied_store")]
AT_ONCE = 4


def all_at_once(act: Callable[[int], object]) -> list[str]:
    """What each of several threads got: “done”, or the code of its refusal."""
    together = Barrier(AT_ONCE)

    def run(number: int) -> str:
        together.wait()
        try:
            act(number)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sorted(pool.map(run, range(AT_ONCE)))


def test_a_token_used_by_several_rates_once(feedback: Feedback) -> None:
    """Four send the same form: one rating, one ticket, three refusals."""
    token = token_of(feedback.invite())
    got = all_at_once(
        lambda n: rate(token=token, level=Level.DISSATISFIED, at=MONDAY, device=str(n))
    )
    assert ["done", *["feedback.rated"] * 3] == got
    assert (1, 1) == (StoredRating.objects.count(), StoredBadRating.objects.count())


def test_an_occasion_is_invited_once(feedback: Feedback) -> None:
    """Four push the same service: one invitation, whoever made it."""
    got = all_at_once(lambda _: feedback.invite(case="C1"))
    assert {"done"} <= set(got) <= {"done", "feedback.race"}
    assert 1 == StoredInvitation.objects.count()


def test_a_ticket_is_claimed_once(feedback: Feedback) -> None:
    """Four managers claim what they all saw as free: one holds it."""
    ticket = feedback.bad()
    managers = [feedback.account_of(Role.DEPARTMENT_MANAGER, unit="D01") for _ in range(AT_ONCE)]
    got = all_at_once(
        lambda n: handle_bad_rating(
            county=feedback.county, number=ticket.number, move="claim", given={},
            by=managers[n], at=MONDAY, expected_serial=1,
        )
    )  # fmt: skip
    assert ["done", *["feedback.race"] * 3] == got
    ticket.refresh_from_db()
    assert (2, True) == (ticket.serial, ticket.handler in {m.username for m in managers})


def test_ratings_at_once_are_all_counted(feedback: Feedback) -> None:
    """Different tokens, the same window: no count is lost."""
    tokens = [token_of(feedback.invite()) for _ in range(AT_ONCE)]
    got = all_at_once(lambda n: rate(token=tokens[n], level=Level.SATISFIED, at=MONDAY))
    assert ["done"] * AT_ONCE == got
    told = numbers(feedback.county, Period("2026-03", "2026-03"))
    assert (AT_ONCE, AT_ONCE) == (told.active, StoredRating.objects.count())

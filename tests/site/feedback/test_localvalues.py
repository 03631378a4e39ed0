"""The county's own values of local rules: dated, with their basis, never backwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.feedback.services import rules_on, set_local_value
from tests.site.feedback.factory import MONDAY, Feedback

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def test_a_value_holds_from_its_day(feedback: Feedback) -> None:
    """And is told in an event with its basis."""
    feedback.switch("rectify_days", "3")
    days = [TODAY - timedelta(days=1), TODAY]
    assert [5, 3] == [rules_on(feedback.county, day).count("rectify_days") for day in days]
    assert "某政办〔2026〕1号" == StoredEvent.objects.get(kind="rating_rule.set").told["basis"]
    assert 5 == rules_on("110101", TODAY).count("rectify_days")


def test_an_opened_ticket_keeps_its_limits(feedback: Feedback) -> None:
    """A later change is for later tickets."""
    before = feedback.bad()
    feedback.switch("rectify_days", "2")
    after = feedback.bad()
    assert (5, 2) == (before.record().allowed.rectify_days, after.record().allowed.rectify_days)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"key": "gone"}, "feedback.rule"),
        ({"value": "很多"}, "feedback.rule"),
        ({"basis": " "}, "feedback.basis"),
        ({"since": TODAY - timedelta(days=1)}, "feedback.since"),
    ],
)
def test_a_wrong_setting_is_refused(
    feedback: Feedback, given: dict[str, object], code: str
) -> None:
    """Unknown rule, no number, no basis, backwards in time."""
    plain = {"key": "rectify_days", "value": "3", "since": TODAY, "basis": "某政办〔2026〕1号"}
    with pytest.raises(Refusal) as refused:
        set_local_value(
            county=feedback.county, by=feedback.person(Role.SYSTEM_MANAGER),
            role="system_manager", at=MONDAY, **plain | given,
        )  # fmt: skip
    assert code == refused.value.code


def test_a_rule_is_set_once_a_day(feedback: Feedback) -> None:
    """The second setting of the day is refused with what to do."""
    feedback.switch("rectify_days", "3")
    with pytest.raises(Refusal, match="已经定过一次"):
        feedback.switch("rectify_days", "4")
    assert 3 == rules_on(feedback.county, TODAY).count("rectify_days")

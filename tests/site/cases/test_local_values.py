"""What a county has set itself counts for the moves from its day on; what was done before keeps what it was told."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, Budget
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.law.services import approve_figure, propose_figure
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 9, 9, tzinfo=SHANGHAI)
DOCUMENT = "示府办〔2026〕9号"


def _set(desk: Desk, name: str, value: int) -> None:
    """From Monday 9 March on, approved on the second."""
    manager, inspector = (desk.again(role, "") for role in (Role.SYSTEM_MANAGER, Role.INSPECTOR))
    row = propose_figure(
        name=name, value=value, since=date(2026, 3, 9), basis="示范县办法", document=DOCUMENT,
        by=manager, role="system_manager", at=desk.at,
    )  # fmt: skip
    approve_figure(figure=row.pk, by=inspector, role="inspector", at=desk.at)


def test_a_notice_given_before_keeps_its_time(desk: Desk) -> None:
    """补正 told the day before has the days of that day; told on the day it must have the new ones."""
    _set(desk, "local.supplement_least", 8)
    before, after = (desk.open(received=["form", "identity", "plan"]) for _ in range(2))
    told = {"missing": [("deed", "未提交")], "within": 5}
    desk.move(before, "notify_supplement", desk.clerk, **told)
    desk.at = MONDAY
    with pytest.raises(Refusal, match="8"):
        desk.move(after, "notify_supplement", desk.clerk, **told)
    desk.move(after, "notify_supplement", desk.clerk, **{**told, "within": 8})
    before.refresh_from_db()
    assert Budget(5) == before.record().supplement.budget


def test_urging_follows_the_value_of_the_day(desk: Desk) -> None:
    """Once a day until then, twice from then on."""
    _set(desk, "local.urgings_a_day", 2)
    row = desk.move(desk.open(), "accept", desk.clerk)
    row = desk.move(row, "urge", desk.citizen, reason="快")
    with pytest.raises(Refusal, match="1 次"):
        desk.move(row, "urge", desk.citizen, reason="快")
    desk.at = MONDAY
    row = desk.move(row, "urge", desk.citizen, reason="快")
    row = desk.move(row, "urge", desk.citizen, reason="快")
    with pytest.raises(Refusal, match="2 次"):
        desk.move(row, "urge", desk.citizen, reason="快")

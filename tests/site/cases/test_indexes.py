"""The questions of desk and board enter the index made for them, on either database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.cases.models import StoredCase, StoredTask
from kaocheng.site.desk.narrowing import narrowed, order_of

pytestmark = pytest.mark.django_db
COUNTY, DAY = "510904", date(2026, 3, 2)


def _listed(asked: dict[str, Any]) -> QuerySet[Any]:
    """A page of the list of a department."""
    found = narrowed(StoredCase.objects.of(COUNTY), COUNTY, {"unit": "D002", **asked})
    return found.order_by(*order_of(found, asked))[:51]


def _dated(column: str) -> QuerySet[Any]:
    """A page of what a department's board counts, since a day."""
    found = StoredCase.objects.of(COUNTY).with_part(COUNTY, "D002")
    since = datetime.combine(DAY, time.min, SHANGHAI)
    return found.filter(**{f"{column}__gte": since}).order_by(f"-{column}", "-part_case_id")[:51]


QUESTIONS: dict[str, Callable[[], QuerySet[Any]]] = {
    "task_at_hand": lambda: StoredTask.objects.of(COUNTY).queue_for(unit="D002", role=Role.APPROVER),
    "case_to_issue": lambda: StoredCase.objects.of(COUNTY).to_issue(),
    "case_open_due": lambda: StoredCase.objects.of(COUNTY).overdue(DAY),
    "case_open_legal": lambda: StoredCase.objects.of(COUNTY).legally_overdue(DAY),
    "case_open_immediate": lambda: StoredCase.objects.of(COUNTY).not_on_spot(DAY),
    "case_serving": lambda: StoredCase.objects.of(COUNTY).unserved(DAY),
    "case_supplying": lambda: StoredCase.objects.of(COUNTY).unsupplied(DAY),
    "case_urged": lambda: StoredCase.objects.of(COUNTY).urged(),
    "case_owed": lambda: StoredCase.objects.of(COUNTY).owing_since(DAY),
    "case_check": lambda: StoredCase.objects.of(COUNTY).to_check(DAY),
    "case_open_answer": lambda: StoredCase.objects.of(COUNTY).silent_since(DAY),
    "case_open_claimed": lambda: StoredCase.objects.of(COUNTY).unchecked_permits(DAY),
    "case_open_renewal": lambda: StoredCase.objects.of(COUNTY).renewals_expired(DAY),
    "case_deciding": lambda: StoredCase.objects.of(COUNTY).to_decide("D002", Role.APPROVER),
    "case_state": lambda: StoredCase.objects.of(COUNTY).filter(state=State.NOT_ACCEPTED.value).newest(),
    "case_channel": lambda: StoredCase.objects.of(COUNTY).filter(channel="邮寄").newest(),
    "case_verdict": lambda: StoredCase.objects.of(COUNTY).filter(verdict="不予").newest(),
    "case_taker": lambda: narrowed(StoredCase.objects.of(COUNTY), COUNTY, {"taker": "A"}).newest(),
    "part_unit": lambda: _listed({}),
    "part_state": lambda: _listed({"state": "审查"}),
    "part_channel": lambda: _listed({"channel": "邮寄", "until": DAY}),
    "part_accepted": lambda: _dated("part_accepted_at"),
    "part_closed": lambda: _dated("part_closed_at"),
    "case_ticket": lambda: StoredCase.objects.of(COUNTY).ticketed("A001"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_scans() -> None:
    """PostgreSQL reads small tables whole unless told not to, and plans by the pages they have.

    The rows of tests before are taken back, their pages stay: emptied, the tables are as large for every run.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"TRUNCATE {StoredCase._meta.db_table} CASCADE")


@pytest.mark.parametrize("index", QUESTIONS)
def test_the_question_enters_its_index(index: str) -> None:
    """A partial index helps only where the database sees that the question implies its condition."""
    assert index in QUESTIONS[index]().explain()


@pytest.mark.parametrize("asked", [{}, {"state": "审查"}, {"channel": "邮寄"}])
def test_the_list_of_a_department_is_in_order_as_it_is_read(asked: dict[str, str]) -> None:
    """No sorting: the page costs its rows, whatever the department has had in all its years."""
    assert "sort" not in _listed(asked).explain().lower().replace("order by", "sort")

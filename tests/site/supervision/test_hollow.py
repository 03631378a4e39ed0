"""名进实不进: a department that is here by name shows by what it signs."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.hollow import Sign
from kaocheng.hall.posts import Role
from kaocheng.site.hall.models import StoredResidency, StoredStaff
from kaocheng.site.supervision.hollow import hollow_of
from tests.catalogue.versions import BUREAU
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)


def _resident(county: str, mode: str) -> None:
    StoredResidency.objects.create(
        county=county, department=BUREAU, name="行政审批局", mode=mode, since=date(2026, 1, 1),
        due=["P002"], items=["P002"], excused=[],
    )  # fmt: skip


def _decided(desk: Desk) -> str:
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        row = desk.move(row, move, desk.clerk)
    return row.number


def test_signed_outside_the_hall(desk: Desk) -> None:
    """By somebody who does not work in the hall; once he does, the sign is gone."""
    number = _decided(desk)
    assert () == hollow_of(desk.county, MARCH), "not resident, not judged"
    _resident(desk.county, "事项进驻")
    (found,) = hollow_of(desk.county, MARCH)
    assert (Sign.SIGNED_OUTSIDE, (number,)) == (found.sign, found.cases)
    StoredStaff.objects.create(
        county=desk.county, account=desk.clerk, employment="行政", employer="行政审批局",
        department=BUREAU, since=date(2026, 1, 1),
    )  # fmt: skip
    assert () == hollow_of(desk.county, MARCH)


def test_nobody_here(desk: Desk, browser: Browser) -> None:
    """Staff promised and none sent: shown to the supervisor, not to another department's manager."""
    number = _decided(desk)
    _resident(desk.county, "人员和事项进驻")
    shown = browser(desk.supervisor).get("/supervision/hollow/", {"month": "2026-03"}).text
    assert Sign.NO_STAFF in shown
    assert number in shown
    other = desk.again(Role.DEPARTMENT_MANAGER, "D777")
    told = browser(other).get("/supervision/hollow/", {"month": "2026-03"}).text
    assert "没有发现" in told
    assert 200 == browser(desk.supervisor).get("/supervision/hollow/", {"month": "x"}).status_code

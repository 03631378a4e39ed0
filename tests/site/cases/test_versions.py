"""Which version a case is opened under: the one in force that day, as the catalogue itself finds it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.catalogue.states import Standing
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.cases.services.versions import version_to_open
from kaocheng.site.catalogue.models import StoredVersion
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 3, 2), date(2026, 6, 30)
DAYS = (SINCE - timedelta(1), SINCE, date(2026, 5, 1), UNTIL, UNTIL + timedelta(1))


def _opened(desk: Desk, day: date) -> tuple[int, str] | None:
    try:
        version, digest = version_to_open(desk.county, "P001", day)
    except Refusal:
        return None
    return version.version, digest


def _in_force(desk: Desk, day: date) -> tuple[int, str] | None:
    rows = StoredVersion.objects.of(desk.county, "P001").in_force(day)
    found: tuple[int, str] | None = rows.values_list("version", "digest").first()
    return found


@pytest.mark.parametrize("until", [None, UNTIL])
def test_a_case_is_opened_under_what_is_in_force(desk: Desk, until: date | None) -> None:
    """Not the day before, from the first day through the last, and without end where there is none."""
    rows = StoredVersion.objects.of(desk.county, "P001")
    rows.update(valid_from=SINCE, valid_to=until)
    found = [_opened(desk, day) for day in DAYS]
    assert [_in_force(desk, day) for day in DAYS] == found
    assert [False, True, True, True, until is None] == [one is not None for one in found]


def test_what_was_not_published_opens_nothing(desk: Desk) -> None:
    """Whatever its dates."""
    others = [standing for standing in Standing if standing != Standing.PUBLISHED]
    assert others
    for standing in others:
        StoredVersion.objects.of(desk.county, "P001").update(standing=standing)
        assert _opened(desk, date(2026, 5, 1)) is _in_force(desk, date(2026, 5, 1)) is None

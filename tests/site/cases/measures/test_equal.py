"""What the database counts is what the core counts over the records, case by case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.conf import settings

from kaocheng.cases.measures import Period, counted, measures, prove, year_of
from kaocheng.hall.posts import Role
from kaocheng.site.cases.measures import Look, Side, board, cases_of, numbers_of, proof_of
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.querysets import CaseQuerySet
from tests.catalogue.versions import BUREAU, FIRE, HOUSING
from tests.site.cases.measures.year import CALENDAR, work
from tests.site.cases.people import Desk
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db


def _periods() -> list[Period]:
    """The year, one without cases, and a stretch that ends in the middle of the work."""
    return [year_of(2026), year_of(2025), Period(date(2026, 3, 20), date(2026, 5, 9))]


@pytest.mark.parametrize("seed", range(8))
def test_the_store_counts_as_the_core_does(desk: Desk, seed: int) -> None:
    """Every measure, every department, both lists of numbers, on cases walked at random."""
    make_hall(desk.county, at=desk.at)
    work(desk, Random(seed), 14)  # noqa: S311  # a walk that can be repeated
    at = desk.at + timedelta(days=3)
    _same(StoredCase.objects.of(desk.county), desk, at)


@pytest.mark.parametrize("seed", range(3))
def test_a_department_counts_as_the_core_does(desk: Desk, seed: int) -> None:
    """By the moments its parts repeat, over the cases it has a part in."""
    make_hall(desk.county, at=desk.at)
    work(desk, Random(seed), 14)  # noqa: S311
    seen = StoredCase.objects.visible_to(desk.again(Role.DEPARTMENT_MANAGER, HOUSING))
    assert seen.parted
    _same(seen, desk, desk.at + timedelta(days=3))


def _same(seen: CaseQuerySet, desk: Desk, at: datetime) -> None:
    rows = list(seen)
    assert rows
    for period in _periods():
        look = Look(seen, desk.county, period, at)
        got = board(look)
        known = [counted(row.record(), CALENDAR, at, period.end) for row in rows]
        assert set(measures(period.last)) == set(got.whole)
        for key, measure in measures(period.last).items():
            told = prove(measure, known, period)
            assert told.result == got.whole[key], key
            listed = proof_of(look, got.whole[key])
            assert sorted(told.part) == sorted(listed.part), key
            assert sorted(told.whole) == sorted(listed.whole), key
            for unit, found in got.units.items():
                own = prove(measure, [case for case in known if case.unit == unit], period)
                assert own.result == found[key], (key, unit)


def test_the_walks_reach_what_is_measured(desk: Desk) -> None:
    """Otherwise the test above would compare nothing with nothing."""
    make_hall(desk.county, at=desk.at)
    for seed in range(8):
        work(desk, Random(seed), 14)  # noqa: S311
    look = Look(StoredCase.objects.of(desk.county), desk.county, year_of(2026), desk.at)
    found = board(look)
    assert {BUREAU, HOUSING} <= set(found.units) <= {BUREAU, HOUSING, FIRE}
    idle = [k for k, r in found.whole.items() if not r.measure.cannot and not r.part]
    assert ["mobile_rate"] == idle  # no item of the test takes applications by telephone


def test_departments_see_and_count_their_own(desk: Desk) -> None:
    """A department manager's figures hold the cases his department has a part in, and no other."""
    desk.open("P002")
    desk.open("P001")
    manager = desk.again(Role.DEPARTMENT_MANAGER, HOUSING)
    moved = desk.open("P001")
    desk.move(moved, "accept", desk.clerk)
    at = desk.at + timedelta(days=1)
    looks = [
        Look(StoredCase.objects.visible_to(who), desk.county, year_of(2026), at)
        for who in (desk.supervisor, manager)
    ]
    everything, own = (board(look).whole for look in looks)
    assert (3, 1) == (everything["received"].top, own["received"].top)
    received = measures(date(2026, 12, 31))["received"]
    assert [moved.number] == list(numbers_of(looks[1], received, Side.PART))


def test_what_cannot_be_decided_lists_nothing(desk: Desk) -> None:
    """No case proves a number there is not."""
    desk.open("P002")
    look = Look(StoredCase.objects.of(settings.COUNTY), settings.COUNTY, year_of(2026), desk.at)
    measure = measures(date(2026, 12, 31))["shared_rate"]
    assert [] == list(cases_of(look, measure, Side.WHOLE))

"""Meters: two processes share a limit; counting is cheap; a new stretch begins at nought."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.base.meters import Meter
from kaocheng.site.base.models import StoredMeter

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)


def test_small_limits_are_exact_over_processes() -> None:
    """Two processes take turns: each knows of the other's calls at once."""
    one, two = Meter("t", 60), Meter("t", 60)
    assert [1, 2, 3, 4] == [meter.count("a", AT, 3) for meter in (one, two, one, two)]
    assert 1 == one.count("b", AT, 3)
    assert 4 == two.seen("a", AT)
    assert 0 == one.seen("c", AT)


def test_two_processes_let_no_more_than_a_step_each_through_beyond_the_limit() -> None:
    """Of 400 calls by turns against 100 a minute."""
    meters = Meter("t", 60), Meter("t", 60)
    passed = sum(meters[turn % 2].count("a", AT, 100) <= 100 for turn in range(400))
    assert 100 <= passed <= 100 + 2 * 5


def test_counting_asks_the_store_seldom() -> None:
    """Six hundred calls of 600 allowed are about twenty statements, not six hundred."""
    meter = Meter("t", 60)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for _ in range(600):
            meter.count("a", AT, 600)
    assert len(asked) <= 24


def test_a_new_stretch_begins_at_nought_and_clears_up() -> None:
    """The day turns at midnight in Beijing; rows of old stretches go."""
    meter = Meter("t", 86_400)
    late = datetime(2026, 3, 2, 23, 59, tzinfo=SHANGHAI)
    assert [1, 2] == [meter.count("a", at, 3) for at in (AT, late)]
    assert 1 == meter.count("a", late + timedelta(minutes=2), 3)
    meter.count("a", AT + timedelta(days=5), 3)
    assert 1 == StoredMeter.objects.count()


def test_forgetting_is_only_of_the_process() -> None:
    """The store still knows."""
    meter = Meter("t", 60)
    meter.count("a", AT, 3)
    meter.clear()
    assert 2 == meter.count("a", AT, 3)

"""How the databases read what a department has open: by the keys of its parts, on a store without statistics too."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from kaocheng.site.cases.models import StoredCase
from kaocheng.site.supervision import kinds
from kaocheng.site.supervision.figures import at_hand, opened

pytestmark = pytest.mark.django_db
COUNTY, DAY = "510904", date(2026, 3, 2)


def _plans() -> list[str]:
    """The plans of all that the board counts over the open cases of a department."""
    seen = StoredCase.objects.of(COUNTY).with_part(COUNTY, "D002")
    with CaptureQueriesContext(connection) as asked:
        at_hand(seen, DAY)
        list(kinds.told(seen, DAY))
    counted = [one["sql"] for one in asked.captured_queries if " IN (SELECT " in one["sql"]]
    with connection.cursor() as cursor:
        return [_plan(cursor, sql) for sql in counted]


def _plan(cursor: object, sql: str) -> str:
    cursor.execute(f"EXPLAIN QUERY PLAN {sql}")  # type: ignore[attr-defined]  # a cursor of Django
    return "\n".join(row[-1] for row in cursor.fetchall())  # type: ignore[attr-defined]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the words of SQLite's plans")
def test_sqlite_takes_the_keys_of_the_parts() -> None:
    """Never an index of the open cases of everybody: that of the parts gives the keys, each row is met by its own."""
    plans = _plans()
    assert 2 <= len(plans)
    for plan in plans:
        assert "SEARCH cases_storedcase USING INTEGER PRIMARY KEY" in plan
        assert "USING COVERING INDEX part_state (county=? AND unit=? AND state=?)" in plan


def test_another_county_is_not_counted() -> None:
    """The keys are those of the county's parts: the county need not be asked for again."""
    seen = StoredCase.objects.of(COUNTY).with_part(COUNTY, "D002")
    assert str(opened(seen).query).count(f'"county" = {COUNTY}') == 1
    assert {"n": 0} == opened(seen).aggregate(n=Count("county"))

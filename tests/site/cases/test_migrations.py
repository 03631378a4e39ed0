"""A store with cases is brought to the parts of today, and back."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from kaocheng.site.cases.models import StoredCase, StoredPart
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db(transaction=True)
DATED = {"accepted_at", "closed_at"}


def _columns() -> set[str]:
    with connection.cursor() as cursor:
        table = StoredPart._meta.db_table
        return {
            column.name for column in connection.introspection.get_table_description(cursor, table)
        }


def test_parts_of_before_get_their_days(desk: Desk) -> None:
    """Taken away and added again, the days stand beside every part as the moves wrote them."""
    desk.open()
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        desk.move(row, move, desk.clerk)
    desk.move(desk.open(), "accept", desk.clerk)
    told = ("case", "unit", "state", "received_at", *sorted(DATED))
    wanted = set(StoredPart.objects.values_list(*told))
    call_command("migrate", "cases", "0007", verbosity=0)
    try:
        assert not DATED & _columns()
        assert {one[:4] for one in wanted} == set(StoredPart.objects.values_list(*told[:4]))
    finally:
        call_command("migrate", "cases", verbosity=0)
    assert wanted == set(StoredPart.objects.values_list(*told))
    assert StoredCase.objects.exclude(closed_at=None).exists()

"""A store with cases is brought to the parts of today, and back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTraits
from tests.catalogue.versions import renewing
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish

pytestmark = pytest.mark.django_db(transaction=True)
UNTIL = date(2026, 9, 30)
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


def test_stated_days_of_before_are_no_longer_certain(desk: Desk) -> None:
    """Open renewals nobody has compared leave the column the law acts by; those compared stay in it."""
    publish(desk.county, renewing())
    told = {"situations": ["owned"], "received": ["form", "identity", "plan", "deed"]}
    told |= {"renewal_of": "证9", "expires_on": UNTIL}
    stated, seen = desk.open("P004", **told), desk.open("P004", **told)
    original = {"original": "证9", "original_until": UNTIL.isoformat()}
    desk.move(seen, "accept", desk.clerk, **original)
    call_command("migrate", "cases", "0008", verbosity=0)
    try:
        _set_all_renewing(UNTIL)
    finally:
        call_command("migrate", "cases", verbosity=0)
    found = StoredCase.objects.values_list("number", "renews_after", "claimed_until")
    assert {(stated.number, None, UNTIL), (seen.number, UNTIL, None)} == set(found)


def _set_all_renewing(until: date) -> None:
    """As it was written before: the stated day of every renewal."""
    table = StoredCase._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET renews_after = %s", [until])  # noqa: S608  # own table


def test_what_was_sent_back_before_gets_its_trait(desk: Desk) -> None:
    """And the special procedures under way their day, as the moves write them today."""
    returned = desk.open("P002")
    desk.move(returned, "return_case", desk.clerk, ground="重复申请", reason="另一件为 N0")
    row = desk.move(desk.open(), "accept", desk.clerk)
    visit = {"special": "现场勘验", "within": 3, "task": "house", "reason": "核对场所"}
    day = desk.move(row, "begin_special", desk.house, **visit, officers=["a", "b"]).special_by
    call_command("migrate", "cases", "0009", verbosity=0)
    try:
        StoredTraits.objects.filter(case_id=returned.pk).delete()
    finally:
        call_command("migrate", "cases", verbosity=0)
    assert "退件" == StoredTraits.objects.get(case_id=returned.pk).words
    dated = StoredCase.objects.exclude(special_by=None)
    assert [day] == list(dated.values_list("special_by", flat=True))

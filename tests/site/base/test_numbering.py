"""Ids: each county counts in a range of its own, on both stores."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from kaocheng.site.accounts.models import StoredPost
from kaocheng.site.base.models import StoredFile
from kaocheng.site.base.numbering import RANGE, counted, first_id, seed_ids

AT = datetime(2026, 3, 2, tzinfo=UTC)
SMALL = {
    "device_by_token": "a hall has dozens of devices, each found by its secret alone",
    "file_by_content": "content is kept once for all counties: it goes only when none of them refers to it",
}
"""Indexes that need not begin with the county, and why."""


def _new(number: str) -> int:
    row = StoredFile.objects.create(
        county=settings.COUNTY, number=number, sha256="0", name="甲", kind="pdf", size=1,
        purpose="x", kept_by="甲", kept_at=AT,
    )  # fmt: skip
    return int(row.pk)


@pytest.mark.django_db
def test_rows_are_numbered_in_the_range_of_their_county() -> None:
    """From the first on; seeding again does not turn the count back."""
    one = _new("1")
    assert first_id(settings.COUNTY) <= one < first_id(settings.COUNTY) + RANGE - 1
    seed_ids(apps.get_app_config("base"), using=connection.alias)
    assert one + 1 == _new("2")


def test_no_two_counties_share_an_id() -> None:
    """Neighbouring codes, whole ranges apart, within what a column of 64 bits holds."""
    assert first_id("519902") == first_id("519901") + RANGE
    assert first_id("999999") + RANGE < 2**63


def test_which_tables_count_so() -> None:
    """Those whose rows belong to a county."""
    assert counted(StoredFile)
    assert not counted(StoredPost)


def test_every_rule_for_a_number_names_the_county_first() -> None:
    """Big tables: unique constraints and indexes begin with the county, as a sharded store needs it."""
    loose = [
        f"{model.__name__}.{rule.name}"
        for model in apps.get_models()
        if model.__module__.startswith("kaocheng.site.")
        and model.__name__.startswith("Stored")
        and counted(model)
        for rule in [*model._meta.constraints, *model._meta.indexes]
        if rule.name not in SMALL
        and getattr(rule, "fields", ())
        and rule.fields[0].lstrip("-") != "county"
    ]
    assert [] == loose

"""Which version applies: the one of the day for a newcomer, the pinned one for a case."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.services import pinned_version, published_items, version_in_force
from tests.site.catalogue.items import publish_immediate, publish_ordinary, publish_tolerant

pytestmark = pytest.mark.django_db


def test_a_published_version_is_read_as_it_was_written(county: str) -> None:
    """All of it: steps, materials, situations, amounts."""
    version = publish_ordinary(county)
    assert version == version_in_force(county=county, item="P001", on=date(2026, 5, 6))
    assert version == pinned_version(county=county, item="P001", version=1)


def test_nothing_applies_before_its_first_day(county: str) -> None:
    """Published today, valid from later: until then there is none, and a sentence says so."""
    publish_ordinary(county, valid_from=date(2026, 7, 1))
    with pytest.raises(Refusal, match="2026年06月30日") as refused:
        version_in_force(county=county, item="P001", on=date(2026, 6, 30))
    assert "item.not_in_force" == refused.value.code
    assert 1 == version_in_force(county=county, item="P001", on=date(2026, 7, 1)).version


def test_another_county_has_its_own_items(county: str) -> None:
    """The same number elsewhere is another item."""
    publish_ordinary(county)
    with pytest.raises(Refusal):
        version_in_force(county="000000", item="P001", on=date(2026, 5, 6))
    with pytest.raises(Refusal):
        pinned_version(county="000000", item="P001", version=1)


def test_published_items_has_one_row_an_item(county: str) -> None:
    """In the order of their numbers."""
    for publish in (publish_tolerant, publish_immediate, publish_ordinary):
        publish(county)
    numbers = [row.number for row in published_items(county, date(2026, 5, 6))]
    assert ["P001", "P002", "P003"] == numbers
    assert all(a < b for a, b in pairwise(numbers))
    assert 0 == published_items(county, date(2025, 12, 31)).count()

"""No day has two versions of an item, and a successor ends the one before."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.catalogue.services import pinned_version, version_in_force
from tests.site.catalogue.items import publish_ordinary

pytestmark = pytest.mark.django_db
days = st.dates(date(2026, 1, 1), date(2026, 3, 1))


def test_a_successor_ends_the_version_before(county: str) -> None:
    """The day before the new one applies is the old one's last; a pinned case keeps its version."""
    first = publish_ordinary(county)
    publish_ordinary(county, version=2, name="改名后的许可", valid_from=date(2026, 7, 1))
    assert 1 == version_in_force(county=county, item="P001", on=date(2026, 6, 30)).version
    assert 2 == version_in_force(county=county, item="P001", on=date(2026, 7, 1)).version
    pinned = pinned_version(county=county, item="P001", version=1)
    assert (first.name, date(2026, 6, 30)) == (pinned.name, pinned.valid_to)


def test_days_that_another_version_has_are_refused(county: str) -> None:
    """A version that would begin before the last one leaves everything as it was."""
    publish_ordinary(county)
    publish_ordinary(county, version=2, valid_from=date(2026, 7, 1))
    with pytest.raises(Refusal, match="第 2 版") as refused:
        publish_ordinary(county, version=3, valid_from=date(2026, 6, 1))
    assert "item.overlap" == refused.value.code
    assert 2 == StoredVersion.objects.of(county, "P001").count()


@given(tries=st.lists(st.tuples(days, st.none() | days), max_size=6))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_tried_no_day_has_two_versions(
    county: str, tries: list[tuple[date, date | None]]
) -> None:
    """Refused or taken, the versions that stand never overlap."""
    StoredItem.objects.all().delete()
    for number, (valid_from, valid_to) in enumerate(tries, 1):
        try:
            publish_ordinary(county, version=number, valid_from=valid_from, valid_to=valid_to)
        except Refusal:
            continue
    held = StoredVersion.objects.filter(county=county).published().order_by("valid_from")
    for one, other in pairwise(held):
        assert one.valid_to is not None
        assert other.valid_from is not None
        assert one.valid_to < other.valid_from

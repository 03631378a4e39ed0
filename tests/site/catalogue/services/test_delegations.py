"""A town takes in what was handed down to it, while it was."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.catalogue.models import StoredDelegation
from kaocheng.site.catalogue.services import delegate_item, end_delegation, may_take_in
from tests.site.catalogue.conftest import TOWN, Desk
from tests.site.catalogue.items import AT, publish_ordinary

SINCE, LATER = date(2026, 3, 1), date(2026, 9, 1)


def delegate(desk: Desk, **changes: object) -> StoredDelegation:
    """P001 handed down to the town."""
    given: dict[str, object] = {
        "item": "P001",
        "target": TOWN,
        "since": SINCE,
        "basis": "示府发〔2026〕3号",
    }
    act = {"by": desk.manager, "role": Role.CATALOGUE_MANAGER, "at": AT}
    return delegate_item(county=desk.county, **{**given, **changes}, **act)


def may(desk: Desk, on: date, town: str = TOWN) -> bool:
    """Whether the town may take P001 in."""
    return may_take_in(county=desk.county, item="P001", town=town, on=on)


def test_from_its_day_until_it_is_taken_back(desk: Desk) -> None:
    """Both are events of the item."""
    publish_ordinary(desk.county)
    made = delegate(desk)
    assert [False, True, True] == [may(desk, day) for day in (date(2026, 2, 28), SINCE, LATER)]
    act = {"by": desk.manager, "role": Role.CATALOGUE_MANAGER, "at": AT}
    end_delegation(county=desk.county, number=made.pk, until=date(2026, 8, 31), basis="收回", **act)
    assert [True, False] == [may(desk, day) for day in (date(2026, 8, 31), LATER)]
    told = (
        StoredEvent.objects.filter(stream="item/P001")
        .order_by("serial")
        .values_list("kind", flat=True)
    )
    assert ["delegate", "undelegate"] == list(told)[-2:]


def test_what_is_no_town_or_has_it_already_is_refused(desk: Desk) -> None:
    """A department is no town; one item is not handed down twice at once."""
    publish_ordinary(desk.county)
    with pytest.raises(Refusal, match="不是登记的镇"):
        delegate(desk, target="D002")
    delegate(desk)
    with pytest.raises(Refusal, match="已下沉"):
        delegate(desk, since=LATER)
    assert 1 == StoredDelegation.objects.count()


def test_it_cannot_be_ended_twice_or_before_it_began(desk: Desk) -> None:
    """Nor without a basis."""
    publish_ordinary(desk.county)
    made = delegate(desk, until=date(2026, 6, 30))
    act = {
        "county": desk.county,
        "number": made.pk,
        "by": desk.manager,
        "role": Role.CATALOGUE_MANAGER,
        "at": AT,
    }
    for until, basis in (
        (date(2026, 7, 1), "收回"),
        (date(2026, 2, 1), "收回"),
        (date(2026, 5, 1), " "),
    ):
        with pytest.raises(Refusal):
            end_delegation(until=until, basis=basis, **act)
    assert date(2026, 6, 30) == StoredDelegation.objects.get().until

"""Lists change by orders and are published in versions that stay."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.catalogue.directories import Entry, Order, OrderKind
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.catalogue.models import StoredDirectory, StoredEdition
from kaocheng.site.catalogue.services import order_entries, publish_directory
from kaocheng.site.catalogue.services.directories import entries_at, fates_between
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import AT

ON = date(2026, 1, 1)
BASIS = "示府发〔2026〕1号"


def add(number: str) -> Order:
    """One entry more."""
    return Order(OrderKind.ADD, ON, BASIS, entry=Entry(number, f"评审{number}", "D001"))


def order(
    desk: Desk, *orders: Order, kind: str = "review", serial: int | None = None
) -> StoredDirectory:
    """Take orders in."""
    act = {"by": desk.manager, "role": Role.CATALOGUE_MANAGER, "at": AT}
    return order_entries(
        county=desk.county, kind=kind, orders=orders, expected_serial=serial, **act
    )


def publish(desk: Desk, kind: str = "review") -> StoredEdition:
    """Publish what was prepared."""
    act = {"by": desk.manager, "role": Role.CATALOGUE_MANAGER, "at": AT}
    return publish_directory(county=desk.county, kind=kind, on=ON, basis=BASIS, **act)


def test_versions_stay_as_they_were_published(desk: Desk) -> None:
    """The second holds what the orders after the first made of it, and says what became of what."""
    row = order(desk, add("1"), add("2"))
    assert 2 == publish(desk).entries
    merged = Order(OrderKind.MERGE, ON, BASIS, ("1", "2"), Entry("12", "合并"))
    order(desk, merged)
    assert (2, 1) == (publish(desk).version, len(entries_at(row, 2)))
    assert ["1", "2"] == list(entries_at(row, 1))
    assert ["1", "2", "12"] == [fate.number for fate in fates_between(row, 1, 2)]
    told = StoredEvent.objects.filter(stream="directory/review").values_list("kind", flat=True)
    assert ["order", "order", "publish", "order", "publish"] == list(told.order_by("serial"))


def test_orders_are_taken_all_or_none(desk: Desk) -> None:
    """The second does not fit, so the first is not taken either."""
    with pytest.raises(Refusal, match="已在清单里"):
        order(desk, add("1"), add("1"))
    assert 0 == StoredDirectory.objects.count()


def test_nothing_prepared_is_not_published(desk: Desk) -> None:
    """Nor a kind that does not exist, nor without a basis."""
    order(desk, add("1"))
    publish(desk)
    with pytest.raises(Refusal, match="没有要公布的调整"):
        publish(desk)
    with pytest.raises(Refusal, match="没有这种清单"):
        order(desk, add("1"), kind="nonsense")


def test_the_slower_of_two_is_told(desk: Desk) -> None:
    """Each saw the list at the same serial."""
    seen = order(desk, add("1")).serial
    order(desk, add("2"), serial=seen)
    with pytest.raises(Refusal, match="刚由别人调整过"):
        order(desk, add("3"), serial=seen)

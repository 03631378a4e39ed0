"""A list is what its orders add up to; no order is lost, none is half done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.catalogue.directories import (
    Entry,
    Order,
    OrderKind,
    applied,
    entries_of,
    fates,
    list_kinds,
)
from kaocheng.kernel.refusing import Refusal

ON = date(2026, 1, 1)
BASIS = "示府发〔2026〕1号"


def add(number: str, version: int = 1) -> Order:
    """An entry of this number."""
    return Order(
        OrderKind.ADD, ON, BASIS, entry=Entry(number, f"条目{number}", "D001"), version=version
    )


def test_each_kind_of_order() -> None:
    """Add three, merge two, transfer one, amend it, cancel it."""
    merged = Order(OrderKind.MERGE, ON, BASIS, ("1", "2"), Entry("12", "合并后"), version=2)
    moved = Order(OrderKind.TRANSFER, ON, BASIS, ("3",), unit="D002", version=2)
    amended = Order(OrderKind.AMEND, ON, BASIS, ("3",), Entry("3", "改名", "D002"), version=3)
    ended = Order(OrderKind.CANCEL, ON, BASIS, ("3",), version=4)
    orders = [add("1"), add("2"), add("3"), merged, moved, amended, ended]
    assert ["1", "2", "3"] == list(entries_of(orders[:3]))
    assert {"3": "D002", "12": ""} == {n: e.unit for n, e in entries_of(orders[:5]).items()}
    assert "改名" == entries_of(orders[:6])["3"].name
    assert ["12"] == list(entries_of(orders))


def test_what_became_of_each_entry() -> None:
    """Between versions, with the order that explains it."""
    merged = Order(OrderKind.MERGE, ON, BASIS, ("1", "2"), Entry("12", "合并后"), version=2)
    told = fates([add("1"), add("2"), add("3"), merged], 1, 2)
    assert [("1", False), ("2", False), ("12", True)] == [
        (f.number, f.after is not None) for f in told
    ]
    assert {OrderKind.MERGE} == {f.kind for f in told}
    assert () == fates([add("1")], 1, 1)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (add("1"), "list.taken"),
        (Order(OrderKind.CANCEL, ON, BASIS, ("9",)), "list.unknown"),
        (Order(OrderKind.CANCEL, ON, BASIS), "list.nothing"),
        (Order(OrderKind.CANCEL, ON, "", ("1",)), "list.basis"),
        (Order(OrderKind.MERGE, ON, BASIS, ("1",), Entry("3", "甲")), "list.merge"),
        (Order(OrderKind.MERGE, ON, BASIS, ("1", "1"), Entry("3", "甲")), "list.merge"),
        (Order(OrderKind.AMEND, ON, BASIS, ("1",), Entry("3", "甲")), "list.amend"),
        (Order(OrderKind.TRANSFER, ON, BASIS, ("1",)), "list.nothing"),
        (Order(OrderKind.ADD, ON, BASIS, entry=Entry("", "甲")), "list.blank"),
        (Order(OrderKind.ADD, ON, BASIS), "list.blank"),
    ],
)
def test_an_order_that_does_not_fit_is_refused(order: Order, code: str) -> None:
    """Each with its own reason, and the list stays as it was."""
    held = entries_of([add("1"), add("2")])
    with pytest.raises(Refusal) as refused:
        applied(held, order)
    assert code == refused.value.code
    assert ["1", "2"] == list(held)


numbers = st.sampled_from("123")
orders = st.builds(
    Order,
    st.sampled_from(OrderKind),
    st.just(ON),
    st.just(BASIS),
    st.lists(numbers, max_size=2).map(tuple),
    st.none() | st.builds(Entry, numbers, st.just("名称")),
    st.sampled_from(["", "D002"]),
    st.integers(1, 4),
)


@given(st.lists(orders, max_size=12))
def test_fates_account_for_every_difference(tried: list[Order]) -> None:
    """From the first state to the last, following the fates gives the last."""
    kept: list[Order] = []
    held: dict[str, Entry] = {}
    for order in tried:
        try:
            held = applied(held, order)
        except Refusal:
            continue
        kept.append(order)
    told = fates(kept, 0, 4)
    state: dict[str, Entry | None] = {}
    for fate in told:
        assert state.get(fate.number) == fate.before
        state[fate.number] = fate.after
    assert held == {number: entry for number, entry in state.items() if entry}


def test_every_kind_says_what_it_is() -> None:
    """Title, use, basis; 三清单一目录 are three lists and a directory."""
    kinds = list_kinds().values()
    assert all(kind.title and kind.about and kind.basis for kind in kinds)
    assert 4 == sum(kind.group == "三清单一目录" for kind in kinds)

"""A filter selects exactly the entries it was made from, and says so in the field's words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.proof.entries import Entry
from kaocheng.proof.filters import Entries, bits, words

ENTRIES = tuple(
    Entry(
        f"Z{at}", "支付" if at % 5 else "收入", None, at, nature="基本支出" if at % 2 else "项目支出",
        function=("2010301", "2010302", "2080505")[at % 3], economic=("30101", "30201")[at % 2],
    )
    for at in range(40)
)  # fmt: skip


@given(st.sets(st.integers(0, len(ENTRIES) - 1)))
def test_a_filter_selects_exactly_its_entries(chosen: set[int]) -> None:
    """Whatever set of entries a figure adds up."""
    held = Entries(ENTRIES)
    mask = bits(chosen)
    assert mask == held.selected(held.filter_of(mask))


def test_codes_with_a_common_beginning_are_said_short() -> None:
    """All spending under 一般公共服务 is 201*, not a list of 项."""
    held = Entries(ENTRIES)
    mask = bits(at for at, one in enumerate(ENTRIES) if one.function.startswith("201"))
    assert "类别 支付、收入，功能科目 201030*" == words(held.filter_of(mask))


def test_few_entries_are_named() -> None:
    """Up to three entries are clearer by their numbers."""
    held = Entries(ENTRIES)
    assert {"number": ("Z3", "Z4")} == held.filter_of(bits([3, 4]))


def test_members_stand_in_their_order() -> None:
    """However the bits were set."""
    held = Entries(ENTRIES)
    assert ["Z1", "Z9", "Z30"] == [one.number for one in held.members(bits([30, 1, 9]))]

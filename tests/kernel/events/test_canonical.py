"""One value has one text, whatever the order it was written in; what has none is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.events import canonical, instant
from kaocheng.kernel.events.canonical import canonical_row

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


class Level(StrEnum):
    """Something with a value."""

    GOOD = "好"


@given(PLAIN)
def test_reading_back_gives_the_value(value: object) -> None:
    """Nothing is lost, and writing what was read gives the same text."""
    text = canonical(value)
    assert value == json.loads(text)
    assert text == canonical(json.loads(text))


def test_order_and_spaces_do_not_matter() -> None:
    """Keys are sorted, Chinese stays Chinese."""
    assert canonical({"乙": 1, "甲": [True, None]}) == '{"乙":1,"甲":[true,null]}'
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1})


def test_days_decimals_and_words_are_text() -> None:
    """What JSON has no form for is written in one way."""
    given_ = {"日": date(2026, 3, 2), "元": Decimal("1.50"), "级": Level.GOOD, "项": ("a",)}
    assert canonical(given_) == '{"元":"1.50","日":"2026-03-02","级":"好","项":["a"]}'


def test_one_moment_has_one_text() -> None:
    """Beijing or Greenwich, the same; and nothing without a zone."""
    here = datetime(2026, 3, 2, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=8)))
    assert instant(here) == instant(here.astimezone(UTC)) == "2026-03-02T01:00:00.000005Z"
    assert canonical([here]) == '["2026-03-02T01:00:00.000005Z"]'
    with pytest.raises(ValueError, match="时区"):
        instant(here.replace(tzinfo=None))


@pytest.mark.parametrize(
    "value", [1.5, {1: "a"}, {"a": {2}}, "\x00", "\ud800", b"a", object(), float("nan")]
)
def test_what_has_no_single_text_is_refused(value: object) -> None:
    """Floats, other keys than text, sets, null characters, half characters."""
    with pytest.raises(ValueError, match=r"事件内容"):
        canonical([value])


@given(st.lists(st.integers() | TEXT, max_size=6))
def test_rows_have_the_same_text(row: list[int | str]) -> None:
    """The quick way and the careful way agree."""
    assert canonical(row) == canonical_row(row)

"""A year as lines: the same year comes back, and a line that was touched is noticed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.archives import lines, restored
from kaocheng.kernel.documents import Unreadable


@dataclass(frozen=True, slots=True)
class Thing:
    """A record with a value of every sort."""

    name: str
    on: date
    size: int
    share: Decimal | None = None
    until: date | None = None
    codes: tuple[str, ...] = ()
    good: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A year of things."""

    year: int
    things: tuple[Thing, ...] = ()
    others: tuple[Thing, ...] = ()
    texts: dict[str, str] | None = None
    limit: int | None = None


_WORDS = st.text(st.characters(codec="utf-8"), max_size=10)
_THINGS = st.lists(
    st.builds(
        Thing, _WORDS, st.dates(), st.integers(), st.none() | st.decimals(allow_nan=False),
        st.none() | st.dates(), st.lists(_WORDS, max_size=2).map(tuple), st.booleans(),
    ),
    max_size=3,
).map(tuple)  # fmt: skip
_WHOLES = st.builds(
    Whole,
    st.integers(),
    _THINGS,
    _THINGS,
    st.dictionaries(_WORDS, _WORDS),
    st.none() | st.integers(),
)
KINDS = {"accounts": Whole, "other": Whole}


@given(_WHOLES, _WHOLES)
def test_what_is_stored_is_restored(one: Whole, two: Whole) -> None:
    """Several years under their names, every value exact."""
    sections = {"accounts": one, "other": two}
    assert sections == restored(KINDS, lines(sections))


def test_the_same_year_gives_the_same_lines() -> None:
    """Nothing in the archive depends on when it was written."""
    whole = Whole(2023, (Thing("甲", date(2023, 1, 2), 5),))
    assert list(lines({"accounts": whole})) == list(lines({"accounts": whole}))


STORED = list(lines({"accounts": Whole(2023, (Thing("甲", date(2023, 1, 2), 5),))}))


@pytest.mark.parametrize(
    "stored",
    [
        [],
        STORED[:-1],
        STORED[1:],
        [STORED[0].replace("2023", "2024"), *STORED[1:]],
        [STORED[0], *STORED],
        [*STORED[:-1], "{"],
        [*STORED[:-1], "[]"],
        ["{}", STORED[-1]],
    ],
)
def test_an_archive_that_was_touched_is_not_taken(stored: list[str]) -> None:
    """Cut short, changed by a digit, doubled, or no archive at all."""
    with pytest.raises(Unreadable, match="存档"):
        restored(KINDS, stored)


def test_a_value_of_another_sort_is_not_taken() -> None:
    """A number where a word belongs, even under a sum that fits."""
    odd = list(lines({"accounts": Whole("2023")}))  # type: ignore[arg-type]
    with pytest.raises(Unreadable):
        restored(KINDS, odd)

"""Ranking: small numbers have no place, equal rates share one, every rate shows its interval."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.feedback.measures import Share, measures
from kaocheng.feedback.ranking import rank, wilson

Z = Decimal("1.96")
GOOD = measures()["good_rate"]


def share(part: int, whole: int) -> Share:
    """A share of good ratings."""
    return Share(GOOD, part, whole)


def test_three_of_three_is_no_first_place() -> None:
    """A window with three ratings is listed behind, without a place."""
    rows = rank([("W1", share(3, 3)), ("W2", share(95, 100)), ("W3", share(0, 0))], 30, Z)
    assert [("W2", 1), ("W1", None), ("W3", None)] == [(row.key, row.place) for row in rows]


def test_equal_rates_share_a_place() -> None:
    """Compared exactly, not as printed: 2/3 is 20/30, and 66.67% of 10,000 is not."""
    rows = rank(
        [
            ("a", share(20, 30)),
            ("b", share(40, 60)),
            ("c", share(6667, 10000)),
            ("d", share(1, 30)),
        ],
        30,
        Z,
    )
    assert [("c", 1), ("a", 2), ("b", 2), ("d", 4)] == [(row.key, row.place) for row in rows]


def test_the_interval_is_wilsons() -> None:
    """Checked by hand: 9 of 10 at 1.96 lies between 59.6% and 98.2%."""
    found = wilson(9, 10, Z)
    assert found is not None
    assert "59.6%–98.2%" == found.shown
    assert wilson(0, 0, Z) is None


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_the_interval_holds_the_rate(part: int, whole: int) -> None:
    """Always within nothing and all, and narrower with four times as many."""
    part = min(part, whole)
    one, four = wilson(part, whole, Z), wilson(4 * part, 4 * whole, Z)
    assert one is not None
    assert four is not None
    rate = Decimal(part) / whole
    slack = Decimal(1).scaleb(-20)
    assert 0 <= one.low <= rate + slack
    assert rate - slack <= one.high <= 1
    assert four.high - four.low < one.high - one.low


@given(
    st.dictionaries(st.text("abc", min_size=1), st.tuples(st.integers(0, 99), st.integers(0, 99)))
)
def test_every_one_is_listed_once_and_in_order(given_: dict[str, tuple[int, int]]) -> None:
    """Nobody vanishes; a better place is never a worse rate."""
    shares = [(key, share(min(p, w), w)) for key, (p, w) in given_.items()]
    rows = rank(shares, 30, Z)
    assert sorted(given_) == sorted(row.key for row in rows)
    placed = [row for row in rows if row.place is not None]
    rates = [row.share.value or 0 for row in placed]
    assert sorted(rates, reverse=True) == rates
    assert all((row.place is None) == (row.share.whole < 30) for row in rows)

"""Every scoring method is monotone and stays between 0 and the maximum; the worked cases agree."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.intervals import Interval, exact
from kaocheng.performance import scoring
from kaocheng.performance.scoring import Band

_TEN = Decimal(10)
_SHARE = st.decimals(min_value=0, max_value=3, places=3)
_BANDS = (
    Band(Decimal("0.1"), Decimal(1)),
    Band(Decimal("0.2"), Decimal("0.5")),
    Band(None, Decimal(0)),
)


@given(_SHARE, _SHARE)
def test_ratio_rises_and_is_capped(one: Decimal, other: Decimal) -> None:
    """A larger share never earns less, and never more than the maximum."""
    low, high = sorted((one, other))
    first, second = scoring.ratio(exact(low), _TEN), scoring.ratio(exact(high), _TEN)
    assert first.high <= second.low
    assert 0 <= first.low <= second.high <= _TEN


@given(_SHARE, _SHARE)
def test_tapered_falls(one: Decimal, other: Decimal) -> None:
    """A larger share of adjustment never earns more; above the limit it earns nothing."""
    low, high = sorted((one, other))
    made = [scoring.tapered(exact(v), _TEN, Decimal("0.1"), _TEN) for v in (low, high)]
    assert made[1].high <= made[0].low
    assert (high <= Decimal("0.1")) or made[1] == exact(Decimal(0))


@given(_SHARE, _SHARE)
def test_bands_fall(one: Decimal, other: Decimal) -> None:
    """A larger deviation never earns more, and an interval over an edge holds both bands."""
    low, high = sorted((one, other))
    both = scoring.bands(Interval(low, high), _BANDS, _TEN)
    assert both.low == scoring.bands(exact(high), _BANDS, _TEN).low
    assert both.high == scoring.bands(exact(low), _BANDS, _TEN).high


@given(st.integers(0, 40))
def test_deduction_stops_at_nothing(count: int) -> None:
    """Half a point off for each, down to 0."""
    points = scoring.deduction(exact(Decimal(count)), Decimal("0.5"), _TEN)
    assert exact(max(Decimal(0), _TEN - Decimal(count) / 2)) == points


def test_edges_of_bands_belong_below() -> None:
    """Exactly 10 % lies in the band up to 10 %."""
    assert exact(_TEN) == scoring.bands(exact(Decimal("0.1")), _BANDS, _TEN)
    assert exact(Decimal(5)) == scoring.bands(exact(Decimal("0.2")), _BANDS, _TEN)


def test_checkpoints() -> None:
    """Three months, each in full or in proportion: 40 %, 60 % of 67.5 %, 82.5 % of 82.5 %."""
    goals = (Decimal("0.4"), Decimal("0.675"), Decimal("0.825"))
    points = (Decimal(3), Decimal(4), Decimal(3))
    reached = (exact(Decimal("0.5")), exact(Decimal("0.54")), exact(Decimal("0.825")))
    made = scoring.checkpoints(reached, goals, points)
    assert Decimal("9.2") == round(made.middle, 6)


def test_adjustment_by_case() -> None:
    """No write-off earns all; only write-off tapers; both share; an unknown case says nothing."""
    zero, budget = exact(Decimal(0)), exact(Decimal(1000))
    full = scoring.adjustment(exact(Decimal(5)), zero, budget, _TEN, _TEN)
    taper = scoring.adjustment(zero, exact(Decimal(50)), budget, _TEN, _TEN)
    share = scoring.adjustment(exact(Decimal(30)), exact(Decimal(10)), budget, _TEN, _TEN)
    unknown = scoring.adjustment(
        Interval(Decimal(0), Decimal(1)), exact(Decimal(10)), budget, _TEN, _TEN
    )
    assert exact(_TEN) == full
    assert exact(Decimal("5.0")) == taper
    assert share is not None
    assert Decimal("7.5") == round(share.middle, 6)
    assert unknown is None


def test_simple_methods() -> None:
    """Yes or no, graded and average."""
    shares = (Decimal(0), Decimal("0.6"), Decimal(1))
    assert exact(_TEN) == scoring.yes_no(answer=True, maximum=_TEN)
    assert exact(Decimal("6.0")) == scoring.graded(1, shares, _TEN)
    assert exact(Decimal(6)) == scoring.average((exact(Decimal(4)), exact(Decimal(8))), _TEN)


def test_deviation() -> None:
    """A third above the target; a target of 0 has no deviation."""
    made = scoring.deviation(exact(Decimal(3)), exact(Decimal(4)))
    assert made is not None
    assert Decimal("0.3333") == round(made.middle, 4)
    assert scoring.deviation(exact(Decimal(0)), exact(Decimal(4))) is None

"""Shifts: nobody sits at two windows at once, no window has two people at once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.hall.staff import ESTABLISHED, HIRED, Employment, Shift, Staff, check_shift, clash
from kaocheng.kernel.refusing import Refusal
from tests.hall.examples import at


def _shift(account: str, window: str, start: float, end: float) -> Shift:
    return Shift(account, window, at(start), at(end))


def test_overlaps_are_refused_and_named() -> None:
    """The same person elsewhere, or somebody else at the same window; what touches is no overlap."""
    taken = [_shift("甲", "W1", 0, 180)]
    with pytest.raises(Refusal, match="该人员在11月20日09:00至12:00已有排班"):
        check_shift(_shift("甲", "W2", 179, 300), taken)
    with pytest.raises(Refusal, match="窗口W1"):
        check_shift(_shift("乙", "W1", -60, 1), taken)
    check_shift(_shift("甲", "W1", 180, 300), taken)
    check_shift(_shift("乙", "W2", 0, 180), taken)


def test_a_shift_must_last() -> None:
    """An end that is not after the start is refused."""
    with pytest.raises(Refusal, match="不晚于"):
        check_shift(_shift("甲", "W1", 60, 60), [])


@given(
    st.lists(
        st.tuples(
            st.sampled_from("甲乙丙"),
            st.sampled_from(["W1", "W2"]),
            st.integers(0, 20),
            st.integers(1, 5),
        ),
        max_size=12,
    )
)
def test_what_is_let_in_never_overlaps(wanted: list[tuple[str, str, int, int]]) -> None:
    """However shifts are asked for, those accepted share no moment of a person or a window."""
    kept: list[Shift] = []
    for account, window, start, length in wanted:
        shift = _shift(account, window, start, start + length)
        if clash(shift, kept) is None:
            kept.append(shift)
    for minute in range(26):
        now = [s for s in kept if s.starts_at <= at(minute) < s.ends_at]
        assert len({s.account for s in now}) == len(now) == len({s.window for s in now})


def test_kinds_of_employment() -> None:
    """The seven words of the departments' reports; who is resident is neither 在编 here nor hired here."""
    assert ["行政", "事业", "参公", "派遣", "临聘", "进驻", "物业"] == [e.value for e in Employment]
    assert set() == ESTABLISHED & HIRED
    assert {Employment.RESIDENT} == set(Employment) - ESTABLISHED - HIRED


def test_a_person_works_from_to() -> None:
    """Both days count."""
    person = Staff("u1", Employment.TEMPORARY, "某公司", "D", date(2026, 3, 1), date(2026, 4, 2))
    assert person.works(date(2026, 4, 2), date(2026, 4, 30))
    assert not person.works(date(2026, 4, 3), date(2026, 4, 30))
    assert not person.works(date(2026, 2, 1), date(2026, 2, 28))

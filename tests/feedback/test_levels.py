"""The five levels and the two scales that run against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.feedback.levels import Level, scale, scales


def test_the_last_two_levels_are_bad() -> None:
    """国办发〔2019〕51号: 不满意 and 非常不满意 are 差评."""
    assert [False, False, False, True, True] == [level.bad for level in Level]


def test_the_scales_run_against_each_other() -> None:
    """One is the best level in the national standard and the worst in the exchange."""
    standard, exchange = scale("gbt39046"), scale("exchange")
    assert (Level.VERY_SATISFIED, Level.VERY_DISSATISFIED) == (
        standard.level("1"),
        exchange.level("1"),
    )


@given(st.sampled_from(Level), st.sampled_from(sorted(scales())))
def test_codes_go_out_and_come_back(level: Level, key: str) -> None:
    """Every level has one code in every scale, and the code means that level."""
    assert level is scale(key).level(scale(key).code(level))


@pytest.mark.parametrize("code", ["0", "6", "", "非常满意"])
def test_an_unknown_code_is_an_error(code: str) -> None:
    """A code outside the list is never guessed."""
    with pytest.raises(ValueError, match="没有代码"):
        scale("gbt39046").level(code)


def test_titles_and_stars_are_those_of_the_rule() -> None:
    """Best to worst, with five stars to one."""
    assert [
        ("非常满意", 5), ("满意", 4), ("基本满意", 3), ("不满意", 2), ("非常不满意", 1)
    ] == [(level.title, level.stars) for level in Level]  # fmt: skip

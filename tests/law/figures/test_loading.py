"""Figures of law: found by name and day, each with its basis; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.kernel.clocks import Budget, Span
from kaocheng.law.figures import NoSuchFigure, figure_names, legal, standing_values

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("licensing.notify_missing", 5),
        ("licensing.decide", 20),
        ("licensing.decide_extension", 10),
        ("licensing.decide_jointly", 45),
        ("licensing.decide_jointly_extension", 15),
        ("licensing.first_review", 20),
        ("licensing.deliver", 10),
        ("licensing.ask_hearing", 5),
        ("licensing.hold_hearing", 20),
        ("licensing.announce_hearing", 7),
        ("licensing.ask_renewal", 30),
        ("openness.ask_completion", 7),
        ("openness.third_party", 15),
        ("openness.answer", 20),
        ("openness.answer_extension", 20),
        ("construction.whole", 120),
    ],
)
def test_limits_the_hall_stands_on(name: str, value: int) -> None:
    """Working days as the law has them today, each citing its article."""
    found = legal(name, TODAY)
    assert Budget(value) == found.budget
    assert "第" in found.basis or "号" in found.basis


def test_a_changed_law_answers_by_day() -> None:
    """Until 14 May 2019 fifteen working days, from the 15th twenty; 法释 three months, then six."""
    assert legal("openness.answer", date(2019, 5, 14)).value == 15
    assert legal("openness.answer", date(2019, 5, 15)).value == 20
    assert legal("litigation", date(2015, 4, 30)).budget == Budget(3, Span.MONTH)
    assert legal("litigation", date(2015, 5, 1)).budget == Budget(6, Span.MONTH)


def test_before_the_first_value_and_unknown_names_are_errors() -> None:
    """No limit is made up for a time before the law, nor for a name nobody entered."""
    with pytest.raises(NoSuchFigure, match="自2004-07-01起才有规定"):
        legal("licensing.decide", date(2004, 6, 30))
    with pytest.raises(NoSuchFigure, match="没有名为licensing"):
        legal("licensing.unknown", TODAY)


def test_every_value_is_whole() -> None:
    """Title, unit and basis; values in order of time, none twice; a confirmation lies in the past."""
    for name in figure_names():
        values = standing_values(name)
        assert [v.since for v in values] == sorted({v.since for v in values}), name
        for value in values:
            assert value.title, name
            assert value.group, name
            assert value.unit, name
            assert "《" in value.basis or "国办" in value.basis, name
            assert value.local == name.startswith("local.") == ("本地" in value.basis), name
            assert value.confirmed is None or value.confirmed <= TODAY, name


def test_a_figure_that_is_no_time_is_no_budget() -> None:
    """Five levels of rating are not five days."""
    with pytest.raises(ValueError, match="级"):
        _ = legal("rating.levels", TODAY).budget

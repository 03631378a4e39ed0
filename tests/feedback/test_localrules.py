"""Local rules: dated, with their basis; the county's own goes before the packaged one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import LocalValue, in_force, local_rules
from kaocheng.kernel.refusing import Refusal

TODAY = date(2026, 3, 2)


def test_default_ratings_are_off() -> None:
    """The state text knows none: the switch is off until the county turns it on."""
    assert not in_force(TODAY).flag("default_rating")


def test_every_packaged_value_names_its_basis() -> None:
    """No number without the paper it rests on."""
    assert [] == [v for rule in local_rules().values() for v in rule.values if not v.basis]


def test_the_latest_own_value_holds_from_its_day() -> None:
    """Before its day the packaged value, after it the county's, then the later one."""
    own = [
        LocalValue("rectify_days", date(2026, 6, 1), 7, "某政办〔2026〕2号"),
        LocalValue("rectify_days", date(2026, 3, 2), 3, "某政办〔2026〕1号"),
    ]
    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 31), date(2026, 6, 1)]
    assert [5, 3, 3, 7] == [in_force(day, own).count("rectify_days") for day in days]


def test_an_own_value_of_an_unknown_rule_is_left_aside() -> None:
    """A rule that a later edition dropped does no harm."""
    own = [LocalValue("gone", TODAY, 1, "")]
    assert set(local_rules()) == set(in_force(TODAY, own).standing)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("default_rating", "是", True),
        ("default_rating", "否", False),
        ("default_days", " 7 ", 7),
        ("default_level", "基本满意", Level.FAIRLY_SATISFIED),
        ("closing_share", "0.25", Decimal("0.25")),
    ],
)
def test_a_written_value_is_read(key: str, text: str, value: object) -> None:
    """As a person writes it on the page, and said again in words."""
    rule = local_rules()[key]
    assert value == rule.read(text)
    assert text.strip() in rule.say(rule.read(text))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("default_rating", "yes"),
        ("default_days", "0"),
        ("default_days", "-1"),
        ("default_days", "七"),
        ("default_days", "99999999"),
        ("default_days", "٣"),
        ("default_level", "还行"),
        ("default_level", "不满意"),
        ("closing_share", "NaN"),
        ("closing_share", "-0.1"),
        ("closing_share", "百分之三"),
    ],
)
def test_a_wrong_value_is_refused(key: str, text: str) -> None:
    """With a sentence that says what to write; a default is never a bad rating."""
    with pytest.raises(Refusal) as refused:
        local_rules()[key].read(text)
    assert refused.value.remedy


def test_a_rule_is_read_as_what_it_is() -> None:
    """A level is no number."""
    with pytest.raises(TypeError):
        in_force(TODAY).count("default_level")


def test_before_all_values_the_first_stands() -> None:
    """A day before the state text still reads."""
    assert 5 == in_force(date(2010, 1, 1)).count("rectify_days")

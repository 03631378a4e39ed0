"""The scorecards of the editions add up and cite what they come from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.performance import standards

_CARDS = standards.scorecards()


@pytest.mark.parametrize("key", sorted(_CARDS))
def test_has_basis_and_day(key: str) -> None:
    """Every scorecard says what it is, what it comes from and when that was confirmed."""
    card = _CARDS[key]
    assert {"title", "basis", "confirmed"} <= set(card)


@pytest.mark.parametrize("key", ["sichuan_2023/whole_department", "hunan_2019/whole_department"])
def test_maxima_add_up(key: str) -> None:
    """The maxima of all items make the full marks."""
    card = _CARDS[key]
    assert card["full_marks"] == sum(item["maximum"] for item in card["items"])


def test_self_marks_leave_out_what_others_score() -> None:
    """The self-score's maximum is the full marks without the items a bureau does not score."""
    card = _CARDS["sichuan_2023/whole_department"]
    own = [item["maximum"] for item in card["items"] if item.get("self", True)]
    assert card["self_marks"] == sum(own)


def test_groups_of_the_project_scorecard() -> None:
    """The general items make 30 points and the three groups a hundred."""
    card = _CARDS["sichuan_2023/project"]
    general = [i["maximum"] for i in card["items"] if i["path"][0] == "通用指标"]
    assert 30 == sum(general)
    assert card["full_marks"] == sum(group["maximum"] for group in card["groups"])


def test_checkpoints_are_the_printed_shares() -> None:
    """The goals of June, September and November are 80 %, 90 % and 90 % of the year's pace."""
    _, how = standards.method("sichuan_2023.progress")
    shares = (Decimal("0.8"), Decimal("0.9"), Decimal("0.9"))
    paced = [m * s / 12 for m, s in zip(how["months"], shares, strict=True)]
    assert how["goals"] == paced


def test_method_that_is_not_there() -> None:
    """An unknown item is an error of the programmer."""
    with pytest.raises(KeyError):
        standards.method("nowhere")

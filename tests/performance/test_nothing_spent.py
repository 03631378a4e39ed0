"""A body without 三公 budget and spending keeps the points for not exceeding it."""

from __future__ import annotations

import pytest

from kaocheng.performance.lifecycle import WHOLE
from kaocheng.performance.scorecarding import item_scored
from kaocheng.performance.standards import scorecards
from tests.performance.years import year, yuan

_NAMES = ("三公经费决算数", "三公经费预算数")


@pytest.mark.parametrize(
    ("spent", "budget", "score"),
    [("0", "0", "8"), ("0", "10000", "8"), ("10100", "10000", "7"), ("5000", "0", "未取得数据")],
)
def test_three_public_items_of_a_body_that_has_none(spent: str, budget: str, score: str) -> None:
    """Nothing of nothing is within; something of nothing has no rate, and is asked about."""
    items = scorecards()["hunan_2019/whole_department"]["items"]
    raw = next(item for item in items if item["name"] == "“三公经费”控制率")
    figures = dict(zip(_NAMES, map(yuan, _NAMES, (spent, budget)), strict=True))
    assert score == item_scored(year("hunan_2019"), WHOLE, raw, figures).text

"""Growth as a ratio: which way the change went, and over what."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.context import agrees
from kaocheng.disclosure.growths.ratios import either_way, of_levels
from tests.disclosure.texts import first_sentence

RATES = [
    ("支出120.00万元，比上年增加20.00万元，增长20.00%。", False),
    ("支出90.00万元，比上年减少10.00万元，下降10.00%。", True),
]


@pytest.mark.parametrize(("text", "down"), RATES)
def test_over_the_earlier_amount(text: str, down: bool) -> None:
    """The year's own less a rise, or plus a fall."""
    now, change, rate = first_sentence(text + "\n").mentions
    assert agrees(either_way(rate, change, now.figure, down=down))


def test_two_levels() -> None:
    """Their difference over the earlier."""
    was, now, rate = first_sentence("由250.00万元增加到260.00万元，增长4.00%。\n").mentions
    assert agrees(of_levels(rate, was, now, down=False))
    assert not agrees(of_levels(rate, was, now, down=True))

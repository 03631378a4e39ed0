"""Grade bands are read as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.performance.grades import bands_in, grade_of

_PRINTED = "得分≥90分为“优”，90分>得分≥75分为“良”，75分>得分≥60分为“中”，得分<60分为“差”。"


@pytest.mark.parametrize(
    ("score", "expected"), [("100", "优"), ("90", "优"), ("89.5", "良"), ("60", "中"), ("3", "差")]
)
def test_grade_of(score: str, expected: str) -> None:
    """The least score of a band belongs to it."""
    assert expected == grade_of(Decimal(score), bands_in(_PRINTED))


def test_text_without_bands() -> None:
    """No bands, no grade."""
    assert [] == bands_in("各项指标完成良好。")
    assert "" == grade_of(Decimal(90), [])

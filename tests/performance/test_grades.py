"""Grade bands are read as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kaocheng.performance.grades import agreed, bands_in, grade_of

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


@pytest.mark.parametrize(
    "printed",
    [
        "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。",
        "90分及以上为优，80分及以上为良，60分（含）以上为中，60分以下为差",
    ],
)
def test_bands_in_other_words(printed: str) -> None:
    """Ranges, and so much and above, are bands as well."""
    assert ["优", "良", "中", "差"] == [band.name for band in bands_in(printed)]
    assert "良" == grade_of(Decimal("88.5"), bands_in(printed))


def test_bands_that_disagree_are_none() -> None:
    """Two standards in one document: no grade can be held against either."""
    assert [] == agreed(bands_in("90分及以上为优") + bands_in("85分及以上为优"))

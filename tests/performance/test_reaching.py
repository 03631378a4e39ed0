"""What a value far above its target earns: the rule of the place and year, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kaocheng.kernel.figures import Figure
from kaocheng.performance.indicatorscore import scored
from kaocheng.proof.expressions import Source, calculate
from tests.performance.years import evidence, planned, year


@pytest.mark.parametrize(
    ("nature", "value", "earned"),
    [("＝", "1300", "10"), ("＝", "1301", "6.99"), ("＝", "1500", "5"), ("＝", "2500", "0"),
     ("≥", "2500", "10")],
)  # fmt: skip
def test_equal_far_above_its_target(nature: str, value: str, earned: str) -> None:
    """＝1000 may be exceeded by three tenths; beyond that what lies above is taken off."""
    made = year(indicators=(planned("ZB1", nature),), evidence=(evidence("ZB1", value),))
    item = scored(made, made.indicators[0])
    assert item.score is not None
    assert earned == item.score.text
    assert ("按规定调减" in item.note) == (Decimal(earned) < 10)
    assert Fraction(Decimal(earned)) == _calculated(item.score)


def _calculated(score: Figure) -> Fraction | None:
    """What the formula of the score gives, from the value and the target alone."""
    sources = [Source(Fraction(one.base), Fraction(one.value)) for one in score.sources]
    return calculate(score.formula, sources, lambda _: Fraction(0))


def test_the_edition_decides_what_far_above_earns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the form of the place says such an indicator does not count, it earns nothing."""
    rule = {"limit": Decimal("0.3"), "natures": ["＝"], "method": "none"}
    monkeypatch.setattr("kaocheng.performance.reaching.over_rule", lambda *_: rule)
    made = year(indicators=(planned("ZB1", "＝"),), evidence=(evidence("ZB1", "1500"),))
    item = scored(made, made.indicators[0])
    assert item.score is not None
    assert "0" == item.score.text
    assert item.why.endswith("不计分")

"""The present amount that a change is told of."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.context import before, paragraphs
from kaocheng.disclosure.growths.levels import level_of
from tests.disclosure.texts import taken

TOLD = [
    ("本年支出90.00万元，比上年减少10.00万元。", "90.00万元"),
    ("支出预算3.60万元，支出决算2.78万元。与上年相比，支出减少0.38万元。", "2.78万元"),
    ("支出200.00万元，“三公”经费13.35万元。其中：公务接待费支出减少1.72万元，另有车辆2辆。", None),
]


@pytest.mark.parametrize(("text", "amount"), TOLD)
def test_the_level_of_a_change(text: str, amount: str | None) -> None:
    """Named by its words, else the nearest that they do not contradict; else none."""
    group = next(g for g in paragraphs(taken("一、支出\n" + text + "\n")) if g[0].mentions)
    change = next(m for s in group for m in s.mentions if "减少" in m.label)
    earlier = [m for m in before(group, change) if not m.refers]
    found = level_of(earlier, change)
    assert amount == (found.figure.text if found else None)

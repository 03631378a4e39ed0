"""Every number a performance figure cites is an entry that can be handed to the proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.performance.citing import cited
from kaocheng.performance.lifecycle import Monitoring, Override, SpotCheck
from kaocheng.performance.papers import parts
from tests.performance.years import CODE, funding, planned, year


def _deep(figure: Figure) -> Iterator[Figure]:
    yield figure
    for source in figure.sources:
        yield from _deep(source)


def test_entries_cover_all_records() -> None:
    """Evidence, targets, overrides: values in base units, no number left unknown."""
    made = year(
        overrides=(Override(CODE, "ZB1", Decimal(15), "漏记两次", "财务负责人"),),
        monitoring=(Monitoring("ZB1", date(2023, 6, 30), Decimal(500), cancelled=100000),),
        checks=(SpotCheck(CODE, date(2024, 3, 1), "评价组", Decimal(90)),),
    )
    known = {entry.number: entry for entry in cited(made)}
    sheets = parts(made, funding())
    boxes = (box for sheet in sheets for row in sheet.body for box in row if box.figure)
    used = {n for box in boxes for f in _deep(box.figure) for n in f.records}  # type: ignore[arg-type]
    assert set() == used - set(known)
    assert Decimal("0.964") == known[f"ZJ-{CODE}-ZB6"].value
    assert 100000 == known["监控/ZB1/2023-06-30"].amount
    assert Decimal(90) == known[f"抽查/{CODE}/2024-03-01"].value


def test_words_have_no_value() -> None:
    """A qualitative target is no entry; its points are."""
    words = planned("X", "定性", "环境良好", "", level="社会效益指标")
    told = [one.number for one in cited(year(indicators=(words,), evidence=()))]
    assert ["分值/X"] == told

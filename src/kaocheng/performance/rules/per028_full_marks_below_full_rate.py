"""PER028: full marks for a completion rate that is not complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import ProseScore, ProseScorecard
from kaocheng.performance.wording import skipped

_CODE = "PER028"
_RATE = re.compile(r"[=＝]\s*(\d+(?:\.\d+)?)\s*%")


@rule("完成率不足100%却得满分", family="得分复算", of=ProseScorecard, severity="note")
def full_marks_below_full_rate(card: ProseScorecard) -> Iterator[Said]:
    """名为“完成率”“执行率”的一项，算出的百分比低于100%而得满分的，应有评分标准作依据。"""
    rates = [s for s in card.scores if s.title.endswith(("完成率", "执行率"))]
    judged = [s for s in rates if s.maximum and s.awarded and _last(s)]
    if not judged:
        yield skipped(_CODE, "没有写出百分比的完成率")
    for item in judged:
        match = _last(item)
        full = item.awarded and item.maximum and item.awarded.value == item.maximum.value
        if match is None or not full or Decimal(match[1]) >= 100:
            continue
        rate = figure_at(item.text, match.start(1), match.end(1), item.title, unit("%"))
        yield Finding(
            _CODE,
            rate.place,
            rate.text,
            f"{rate.text}%，得满分",
            "按评分标准扣分，或写明依据",
            f"“{item.title}”算出来是{rate.text}%，却得了满分。",
            remedy="按评分标准计分；结转资金等不计算在内的，写明依据并重算公式。",
        )


def _last(item: ProseScore) -> re.Match[str] | None:
    found = list(_RATE.finditer(plain(item.text.text)))
    return found[-1] if found else None

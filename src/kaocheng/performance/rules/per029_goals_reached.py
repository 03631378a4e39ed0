"""PER029: full marks for goals reached although a quantity lies too far above its target."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.promises import exceeded
from kaocheng.performance.records import Performance
from kaocheng.performance.ruled import ruled
from kaocheng.performance.standards import method
from kaocheng.performance.wording import names, passages, skipped, target_of, unit_of

_CODE = "PER029"


@rule("数量指标偏离过大仍给“目标实现”满分", family="得分复算", of=Performance)
def goals_reached(performance: Performance) -> Iterator[Said]:
    """评分表规定数量指标未达到或超过预期一定比例的不计分；文件所写完成数超出该比例的，不能给满分。"""
    known, how = method("sichuan_2023.goals_reached")
    items = ruled(performance, known)
    quantities = [i for f in performance.forms for i in f.indicators if "数量" in i.level2]
    if not items or not quantities:
        yield skipped(_CODE, "没有按偏离度计分的“目标实现”或没有数量指标")
        return
    told = list(passages(performance))
    over = [(i, q) for i in quantities if (q := exceeded(i, told, how["deviation"]))]
    for item in items:
        points = item.maximum.figure if item.maximum else None
        score = item.score.figure if item.score else None
        if not over or points is None or score is None or score.value < points.value:
            continue
        target = target_of(over[0][0])
        said = f"{over[0][1].text}，指标值{target.text if target else ''}{unit_of(over[0][0])}"
        yield Finding(
            _CODE,
            score.place,
            score.text,
            score.text,
            f"小于{points.text}",
            f"{names([i.name for i, _ in over])}文中完成{said}，超过{how['deviation']:.0%}，"
            f"按表上规定该指标不计分，“{item.name.words}”不能得满分{points.text}分。",
            remedy="按偏离度规定重新计分。",
            related=tuple(q.passage.at(q.start, q.end) for _, q in over),
        )

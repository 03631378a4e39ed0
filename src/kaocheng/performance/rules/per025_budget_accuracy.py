"""PER025: points for an accurate budget although it was changed too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.ruled import ruled
from kaocheng.performance.scoring import tapered
from kaocheng.performance.standards import method
from kaocheng.performance.wording import find, paragraphs, plainly, skipped

_CODE = "PER025"
_MONEY = r"[^。；;，,\d]{0,8}?(\d+(?:\.\d+)?)\s*((?:亿|万)?元)"
_CHANGED = re.compile(r"(?:调增|调减|调剂|追加)(?:预算)?(?:金额)?" + _MONEY)
_INITIAL = re.compile(r"年初(?:部门)?预算(?:收入|支出|数|总额)?" + _MONEY)


@rule("预算调剂过大仍给“编制准确”得分", family="得分复算", of=Performance)
def budget_accuracy(performance: Performance) -> Iterator[Said]:
    """评分表规定按全年调剂金额占年初预算的比例计分时，用正文最大的年初预算数去除最大的调剂金额重算。"""
    known, how = method("sichuan_2023.budget_accuracy")
    items = ruled(performance, known)
    changed, initial = _largest(performance, _CHANGED), _largest(performance, _INITIAL)
    if not items or changed is None or initial is None:
        yield skipped(_CODE, "没有“编制准确”的评分，或正文没有调剂金额、年初预算数")
        return
    share = changed.interval.over(initial.interval)
    for item in items:
        points = item.maximum.figure if item.maximum else None
        score = item.score.figure if item.score else None
        if share is None or points is None or score is None:
            continue
        earned = tapered(share, how["slope"], how["limit"], points.value)
        if score.value > earned.high:
            expected = plainly(earned.high.quantize(points.step / 100))
            yield Finding(
                _CODE,
                score.place,
                score.text,
                score.text,
                expected,
                f"全年调剂{changed.text}{changed.unit.name}，占年初预算{initial.text}"
                f"{initial.unit.name}的{share.middle:.1%}，按表上公式“{item.name.words}”"
                f"应得{expected}分，自评{score.text}分。",
                plainly(score.value - earned.high),
                "按公式重新计分。",
                related=(changed.place, initial.place),
            )


def _largest(performance: Performance, pattern: re.Pattern[str]) -> Figure | None:
    found = [
        figure_at(passage, m.start(1), m.end(1), m[0], unit(m[2]))
        for passage, m in find(pattern, paragraphs(performance))
    ]
    return max(found, key=lambda figure: figure.base, default=None)

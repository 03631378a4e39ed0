"""PER054: an indicator in 元 whose number is the form's amount in 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit as unit_named
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import short, skipped, target_of, unit_of

_CODE = "PER054"
_EACH = re.compile(r"每|人均|户均|单价|单位成本|标准")
"""Of one piece or head: such an amount is small in 元, and may be any number."""


@rule("指标金额的单位差一万倍", family="单位", of=SelfEvaluation)
def unit_slip(form: SelfEvaluation) -> Iterator[Said]:
    """指标值的数字与本表资金行完全相同而单位不同（万元写成元），是单位错了。"""
    amounts = [f for f in _amounts(form) if f.value > 0 and f.unit.is_money]
    named = [i for i in form.indicators if not _EACH.search(i.name.words)]
    money = [i for i in named if unit_named(unit_of(i)).is_money]
    if not amounts or not money:
        yield skipped(_CODE, "表上没有标明单位的资金行或没有以金额计的指标")
        return
    for item in money:
        target, unit = target_of(item), unit_named(unit_of(item))
        same = [f for f in amounts if target and f.value == target.value and f.unit != unit]
        if target and same:
            right = same[0].unit.name
            yield Finding(
                _CODE,
                item.unit.place if item.unit else target.place,
                item.unit.words if item.unit else target.text,
                f"{target.text}{unit.name}",
                f"{target.text}{right}",
                f"“{short(item.name.words)}”指标值{target.text}{unit.name}，"
                f"本表资金是{same[0].text}{right}，单位不同。",
                f"{same[0].unit.factor / unit.factor:f}倍",
                f"把度量单位改为“{right}”。",
                related=(same[0].place,),
                severity=Severity.NOTE if target.value == target.value.to_integral() else None,
            )


def _amounts(form: SelfEvaluation) -> list[Figure]:
    entries = [e for r in form.funds for e in (r.executed, r.adjusted, r.initial)]
    return [e.figure for e in entries if e and e.figure]

"""PER050: an indicator named a rate and measured in money."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import short, skipped, target_of, unit_of

_CODE = "PER050"


@rule("名为“率”的指标用金额计量", family="指标", of=SelfEvaluation)
def rate_in_money(form: SelfEvaluation) -> Iterator[Said]:
    """名称以“率”结尾的指标是比率，单位应是%；用元、万元计的，不是比率。"""
    rates = [i for i in form.indicators if i.name.words.endswith("率") and target_of(i)]
    if not rates:
        yield skipped(_CODE, "表上没有名称以“率”结尾的指标")
    for item in rates:
        target, unit = target_of(item), unit_of(item)
        if target and measure(unit)[1] == "元":
            yield Finding(
                _CODE,
                target.place,
                target.text,
                f"{target.text}{unit if unit not in target.text else ''}",
                "百分比",
                f"“{short(item.name.words)}”是比率，指标值却是金额{target.text}{unit}。",
                remedy="改填比率，或改正指标名称。",
                related=(item.name.place,),
            )

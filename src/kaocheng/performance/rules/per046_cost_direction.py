"""PER046: a cost indicator that asks for at least so much."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import names, sign, skipped, unit_of

_CODE = "PER046"
_SAVED = ("节约", "节省", "降低", "压减", "减少")


@rule("成本指标的方向写反", family="指标", of=SelfEvaluation)
def cost_direction(form: SelfEvaluation) -> Iterator[Said]:
    """成本指标以金额计时，应是“≤”或“＝”；写成“≥”“>”等于要求多花钱。"""
    costs = [i for i in form.indicators if _is_cost(i)]
    if not costs:
        yield skipped(_CODE, "表上没有以金额计的成本指标")
    wrong = [i for i in costs if sign(i) in (">=", ">") and i.nature]
    if wrong and wrong[0].nature:
        yield Finding(
            _CODE,
            wrong[0].nature.place,
            wrong[0].nature.words,
            wrong[0].nature.words,
            "≤",
            f"成本指标{names([i.name for i in wrong])}的指标性质是“{wrong[0].nature.words}”，"
            "花得越多越达标，方向反了。",
            remedy="改为“≤”。",
            related=tuple(i.nature.place for i in wrong[1:] if i.nature),
        )


def _is_cost(item: Indicator) -> bool:
    saved = any(word in item.name.words for word in _SAVED)
    return (
        not saved
        and "成本" in item.level1 + item.level2
        and measure(unit_of(item))[1].startswith("元")
    )

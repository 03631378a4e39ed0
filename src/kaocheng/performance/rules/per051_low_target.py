"""PER051: a target exceeded by so much that it was set too low."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.standards import national
from kaocheng.performance.wording import (
    actuals,
    amount,
    short,
    sign,
    skipped,
    target_of,
    tells,
    unit_of,
)

_CODE = "PER051"


@rule("指标值定得明显偏低", family="指标", of=SelfEvaluation, severity="note")
def low_target(form: SelfEvaluation) -> Iterator[Said]:
    """数量指标的完成值超过指标值30%以上、这一行又没有写原因的，指标值偏低。"""
    limit = Decimal(national()["indicator"]["over"]["limit"])
    judged = False
    for item in form.indicators:
        target = target_of(item)
        if target is None or target.value <= 0 or sign(item) not in ("=", ">=", ">"):
            continue
        if measure(unit_of(item))[1] in ("比", "元") or not actuals(item):
            continue
        judged = True
        wanted = amount(target, unit_of(item))[0]
        figure, reached = max(actuals(item), key=lambda pair: pair[1])
        if (
            "数量" in item.level2 + item.level1
            and reached > wanted * (1 + limit)
            and not _explained(item)
        ):
            yield _finding(item, figure.text, (reached / wanted - 1) * 100, limit * 100)
    if not judged:
        yield skipped(_CODE, "没有填了完成值的数量指标")


def _explained(item: Indicator) -> bool:
    """Whether the row itself says why so much more was done."""
    return item.reason is not None and tells(item.reason.words)


def _finding(item: Indicator, reached: str, over: object, limit: object) -> Finding:
    target = target_of(item)
    assert target is not None  # noqa: S101
    return Finding(
        _CODE,
        target.place,
        target.text,
        f"{target.text}{unit_of(item)}",
        f"接近实际的指标值（完成{reached}）",
        f"“{short(item.name.words)}”指标值{target.text}{unit_of(item)}，完成{reached}，"
        f"超出{over:.1f}%，超过{limit:.0f}%，指标值定得偏低。",
        f"{over:.1f}%",
        "下年度按实际水平定指标值；本年写明超出的原因，按偏离程度调减得分。",
    )

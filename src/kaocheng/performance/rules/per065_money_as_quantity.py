"""PER065: an amount of money counted as a quantity or as quality."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import names, skipped, target_of, unit_of

_CODE = "PER065"


@rule("数量或质量指标以金额计", family="指标", of=SelfEvaluation, severity="note")
def money_as_quantity(form: SelfEvaluation) -> Iterator[Said]:
    """花了多少钱是成本，不是产出的数量或质量。一张表合为一条。"""
    judged = [i for i in form.indicators if i.level2.startswith(("数量", "质量"))]
    if not judged:
        yield skipped(_CODE, "表上没有数量、质量指标")
    wrong = [i for i in judged if target_of(i) and measure(unit_of(i))[1] == "元"]
    target = target_of(wrong[0]) if wrong else None
    if target is not None:
        yield Finding(
            _CODE,
            target.place,
            target.text,
            f"{wrong[0].level2}，{target.text}{unit_of(wrong[0])}",
            "成本指标，或改为产出的数量",
            f"{names([i.name for i in wrong])}以金额计，却列在{wrong[0].level2}下。",
            remedy="改填产出的数量（如面积、台数），金额移到成本指标。",
            related=tuple(i.name.place for i in wrong[1:]),
        )

"""PER047: a qualitative indicator with a number for its target."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import names, sign, skipped

_CODE = "PER047"


@rule("定性指标的指标值是数字", family="指标", of=SelfEvaluation)
def qualitative_number(form: SelfEvaluation) -> Iterator[Said]:
    """指标性质为“定性”的，指标值应是“优良”“有效改善”之类的话，不应是数字加单位。一张表合为一条。"""
    qualitative = [i for i in form.indicators if sign(i) == "定性"]
    if not qualitative:
        yield skipped(_CODE, "表上没有定性指标")
    wrong = [(i, i.target) for i in qualitative if i.target and i.target.figure]
    if wrong:
        first = wrong[0][1]
        said = "、".join(f"{t.words}{i.unit.words if i.unit else ''}" for i, t in wrong)
        yield Finding(
            _CODE,
            first.place,
            first.words,
            f"定性，{said}",
            "定性的说法，或改为定量指标",
            f"{names([i.name for i, _ in wrong])}定为“定性”，指标值却是{said}。",
            remedy="改用优、良等说法，或把指标性质改为＝、≥等并写明怎样计量。",
            related=tuple(t.place for _, t in wrong[1:]),
        )

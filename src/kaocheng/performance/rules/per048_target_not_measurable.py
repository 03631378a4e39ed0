"""PER048: a paragraph where a number belongs, with a unit of measure behind it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure, quantities
from kaocheng.performance.records import Entry, Indicator, SelfEvaluation
from kaocheng.performance.wording import TIME_UNITS, names, short, sign, skipped

_CODE = "PER048"


@rule("指标值是文字却配了计量单位", family="指标", of=SelfEvaluation)
def target_not_measurable(form: SelfEvaluation) -> Iterator[Said]:
    """指标性质为＝、≥等，又填了度量单位的，指标值应是数字；写成一段话就无法计量。一张表合为一条。"""
    if not any(i.unit for i in form.indicators):
        yield skipped(_CODE, "表上没有度量单位一栏")
    wrong = [(i, i.target, i.unit) for i in form.indicators if _is_wrong(i)]
    found = [(i, t, u) for i, t, u in wrong if t and u]
    if found:
        first = found[0][1]
        units = "、".join(f"“{u.words}”" for _, _, u in found)
        yield Finding(
            _CODE,
            first.place,
            first.words,
            short(first.words),
            "数字",
            f"{names([i.name for i, _, _ in found])}的指标值是文字，"
            f"度量单位却是{units}，无法计量。",
            severity=None if any(_must_count(u.words) for _, _, u in found) else Severity.NOTE,
            remedy="写出可以计量的数，或改为定性指标并去掉单位。",
            related=tuple(t.place for _, t, _ in found[1:]),
        )


def _must_count(unit: str) -> bool:
    """Whether the unit can only follow a number: a time, a share or money."""
    return unit in TIME_UNITS or measure(unit)[1] in ("比", "元")


def _is_wrong(item: Indicator) -> bool:
    target: Entry | None = item.target
    if sign(item) == "定性" or target is None or target.blank or target.figure:
        return False
    return (
        bool(item.unit and not item.unit.blank and item.nature and not item.nature.blank)
        and not any(quantities(target.cell.content))
        and not any(c.isdigit() for c in target.text)
    )

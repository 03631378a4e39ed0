"""PER006: a form of less than a hundred points graded by bands of a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.grades import bands_in
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.standards import full_marks
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER006"


@rule("满分不足百分却按百分制定等级", family="权重与分值", of=SelfEvaluation, severity="note")
def no_execution_points(form: SelfEvaluation) -> Iterator[Said]:
    """等级按百分制划分时，表的总分值应为100分；常见原因是缺预算执行率的10分。"""
    total = form.total
    bands = [band for passage in form.rules for band in bands_in(passage.text)]
    funded = form.fund is not None and form.fund.weight is not None
    if total is None or total.figure is None or not bands or funded:
        yield skipped(_CODE, "表上没有总分值、没有等级标准，或预算执行另有分值")
        return
    full = full_marks()
    if max(b.least for b in bands) <= total.figure.value < full:
        missing: Decimal = full - total.figure.value
        yield Finding(
            _CODE,
            total.place,
            total.words,
            plainly(total.figure.value),
            plainly(full),
            f"本表总分值{plainly(total.figure.value)}分，等级却按{plainly(full)}分制划分，"
            f"缺{plainly(missing)}分（多为预算执行率分值）。",
            plainly(missing),
            "补上预算执行率的分值，或按比例折算后再定等级。",
        )

"""PER049: an indicator under the wrong second-level class."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import TIME_UNITS, short, skipped, unit_of

_CODE = "PER049"
_LATE_WORDS = ("竣工", "工期", "及时", "限时", "按时", "按期")
_RATES = ("率", "比例", "占比")  # 按期办结率 may be told as quality, and often is
_TIME_WORDS = ("完成时间", "时限", "期限", *_LATE_WORDS)
_COVER_WORDS = ("覆盖率", "合格率", "正确率", "准确率")


@rule("指标归错了类", family="指标", of=SelfEvaluation)
def wrong_class(form: SelfEvaluation) -> Iterator[Said]:
    """时限应在时效指标，满意度应在满意度指标，覆盖率、合格率不是时效指标。时限列为数量是错误，其余是提示。"""
    if not any(i.level2 for i in form.indicators):
        yield skipped(_CODE, "表上没有二级指标")
    wrong = [(i, right) for i in form.indicators if (right := _right_class(i))]
    plain = [pair for pair in wrong if _is_plain(pair[0])]
    for severity, part in (
        (Severity.ERROR, plain),
        (Severity.NOTE, [pair for pair in wrong if pair not in plain]),
    ):
        if not part:
            continue
        first = part[0][0]
        said = "；".join(f"“{short(i.name.words)}”列为{i.level2}，应为{right}" for i, right in part)
        yield Finding(
            _CODE,
            first.name.place,
            first.name.words,
            "、".join(i.level2 for i, _ in part),
            "、".join(right for _, right in part),
            f"{said}。",
            remedy="移到相应的二级指标下。",
            severity=severity,
            related=tuple(i.name.place for i, _ in part[1:]),
        )


def _is_plain(item: Indicator) -> bool:
    """Whether no careful reader would doubt it: a time limit counted as a quantity."""
    return item.level2.startswith("数量") and unit_of(item) in TIME_UNITS


def _right_class(item: Indicator) -> str:
    name, level2 = item.name.words, item.level2
    timed = any(word in name for word in _TIME_WORDS)
    if "满意" in name and level2 and "满意" not in item.level1 + level2:
        return "服务对象满意度指标"
    late = any(word in name for word in _LATE_WORDS) and not name.endswith(_RATES)
    if (level2.startswith("数量") and timed) or (level2.startswith("质量") and late):
        return "时效指标"
    if level2.startswith("时效") and not timed and any(w in name for w in _COVER_WORDS):
        return "质量指标"
    return ""

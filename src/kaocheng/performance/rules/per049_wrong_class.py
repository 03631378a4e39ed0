"""PER049: an indicator under the wrong second-level class."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import short, skipped, unit_of

_CODE = "PER049"
_TIME_UNITS = ("年", "月", "个月", "日", "天", "工作日", "小时")
_TIME_WORDS = ("时间", "时限", "期限", "竣工", "工期", "及时", "限时", "按时", "按期")
_COVER_WORDS = ("覆盖率", "合格率", "正确率", "准确率")


@rule("指标归错了类", family="indicators", of=SelfEvaluation)
def wrong_class(form: SelfEvaluation) -> Iterator[Said]:
    """时限应在时效指标，满意度应在满意度指标，覆盖率、合格率不是时效指标。一张表合为一条。"""
    if not any(i.level2 for i in form.indicators):
        yield skipped(_CODE, "表上没有二级指标")
    wrong = [(i, right) for i in form.indicators if (right := _right_class(i))]
    if wrong:
        first = wrong[0][0]
        said = "；".join(
            f"“{short(i.name.words)}”列为{i.level2}，应为{right}" for i, right in wrong
        )
        yield Finding(
            _CODE,
            first.name.place,
            first.name.words,
            "、".join(i.level2 for i, _ in wrong),
            "、".join(right for _, right in wrong),
            f"{said}。",
            remedy="移到相应的二级指标下。",
            related=tuple(i.name.place for i, _ in wrong[1:]),
        )


def _right_class(item: Indicator) -> str:
    name, level2 = item.name.words, item.level2
    timed = any(word in name for word in _TIME_WORDS)
    if "满意" in name and level2 and "满意" not in item.level1 + level2:
        return "服务对象满意度指标"
    if level2.startswith(("数量", "质量")) and (timed or unit_of(item) in _TIME_UNITS):
        return "" if "受理" in name and not timed else "时效指标"
    if level2.startswith("时效") and not timed and any(w in name for w in _COVER_WORDS):
        return "质量指标"
    return ""

"""PER069: satisfaction counted under two indicators of one form."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.labels import vocabulary
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import amount, names, skipped, target_of, unit_of

_CODE = "PER069"


@rule("满意度在两项指标中重复计分", family="指标", of=SelfEvaluation, severity="note")
def satisfaction_twice(form: SelfEvaluation) -> Iterator[Said]:
    """同一张表上，分属不同二级指标而指标值相同的两项满意度，是同一个满意度算了两遍。"""
    words = vocabulary()["words"]["satisfaction"]
    asked = [i for i in form.indicators if any(w in i.name.words for w in words) and target_of(i)]
    if len(asked) < 2:
        yield skipped(_CODE, "没有两项满意度")
        return
    first, later = asked[0], asked[1:]
    target = target_of(first)
    for item in later:
        other = target_of(item)
        if target is None or other is None or item.level2 == first.level2:
            continue
        if amount(target, unit_of(first)) == amount(other, unit_of(item)):
            yield Finding(
                _CODE,
                target.place,
                target.text,
                f"{target.text}{unit_of(first)}，两次",
                "满意度只计一次",
                f"{names([first.name, item.name])}都是满意度，"
                f"指标值都是{target.text}{unit_of(first)}，"
                f"分别列在{first.level2}和{item.level2}。",
                remedy="保留满意度指标，效益指标改填实际效果。",
                related=(other.place,),
            )
            return

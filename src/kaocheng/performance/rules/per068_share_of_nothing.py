"""PER068: a whole sentence for a name and a percentage of nothing for a target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import measure
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import names, sign, skipped, target_of, unit_of

_CODE = "PER068"
_SHARE = re.compile(r"率|度|比|占|覆盖|满意|完整|正常|完成")
_SENTENCE = re.compile(r"[，。,]")


@rule("效益指标以百分比计却说不出是什么的百分比", family="指标", of=SelfEvaluation, severity="note")
def share_of_nothing(form: SelfEvaluation) -> Iterator[Said]:
    """效益指标的名称是一句话，指标值写100%，没有说明是什么占什么的比例，无从衡量。"""
    effects = [i for i in form.indicators if "效益" in i.level1 + i.level2]
    if not effects:
        yield skipped(_CODE, "表上没有效益指标")
    wrong = [(i, i.target) for i in effects if _is_wrong(i)]
    found = [(i, t) for i, t in wrong if t]
    if found:
        first = found[0][1]
        yield Finding(
            _CODE,
            first.place,
            first.words,
            f"{first.words}%",
            "可以衡量的指标值",
            f"{names([i.name for i, _ in found])}以百分比计，没有说明是什么的百分比。",
            remedy="写明分子、分母，或改为定性指标。",
            related=tuple(t.place for _, t in found[1:]),
        )


def _is_wrong(item: Indicator) -> bool:
    name = item.name.words
    share = target_of(item) is not None and measure(unit_of(item))[1] == "比"
    counted = share and sign(item) in ("=", ">=", ">")
    return counted and bool(_SENTENCE.search(name)) and not _SHARE.search(name)

"""PER067: an actual value that is only the target over again, sign and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import names, skipped

_CODE = "PER067"
_SIGN = re.compile(r"^\s*(?:[≤≦≥≧<>＜＞]|不超过|不低于|不少于)")


@rule("完成值照抄指标值的范围", family="指标", of=SelfEvaluation, severity="note")
def actual_copies_target(form: SelfEvaluation) -> Iterator[Said]:
    """完成值应是实际的数；与指标值一样写成“≤几”“不超过几”的，没有说明实际完成多少。"""
    told = [(i, i.actual) for i in form.indicators if i.actual and not i.actual.blank]
    if not told:
        yield skipped(_CODE, "没有填写完成值")
    same = [(i, a) for i, a in told if i.target and a.words == i.target.words]
    copied = [(i, a) for i, a in same if _SIGN.match(a.text)]
    if copied:
        first = copied[0][1]
        yield Finding(
            _CODE,
            first.place,
            first.words,
            first.words,
            "实际完成的数",
            f"{names([i.name for i, _ in copied])}的完成值照抄指标值“{first.words}”，"
            "不是实际的数。",
            remedy="填写实际完成的数。",
            related=tuple(a.place for _, a in copied[1:]),
        )

"""PER062: nothing but the year's work report as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import skipped

_CODE = "PER062"
REPORT = re.compile(r"总结|会议纪要|工作报告")
_FEWEST = 3


@rule("数据来源只有工作总结", family="指标", of=Performance, severity="note")
def only_work_report(performance: Performance) -> Iterator[Said]:
    """完成值的来源只写工作总结、会议纪要的，没有可以核对的台账或系统数据。一份文件只提示一次。"""
    sources = [i.evidence for f in performance.forms for i in f.indicators if i.evidence]
    told = [entry for entry in sources if not entry.blank]
    if len(told) < _FEWEST:
        yield skipped(_CODE, "自评表没有填数据来源")
        return
    if all(REPORT.search(entry.text) for entry in told):
        first = told[0]
        yield Finding(
            _CODE,
            first.place,
            first.words,
            f"{len(told)}项指标的数据来源都是工作总结或会议纪要",
            "业务系统、台账、问卷等原始记录",
            f"{len(told)}项指标的数据来源都是工作总结或会议纪要，没有可以核对的原始记录。",
            remedy="写明数据出自哪个系统、台账或调查，及取数日期。",
            related=tuple(entry.place for entry in told[1:]),
        )

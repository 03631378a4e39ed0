"""PER061: full marks everywhere and no problems anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import full_marks_everywhere, says_nothing, skipped

_CODE = "PER061"


@rule("各项全得满分且存在问题写“无”", family="指标", of=Performance, severity="note")
def no_problems(performance: Performance) -> Iterator[Said]:
    """所有自评表每项都得满分、存在问题都写“无”的，自评没有起到查找问题的作用。一份文件只提示一次。"""
    with_box = [f for f in performance.forms if f.problems]
    if not with_box:
        yield skipped(_CODE, "自评表没有“存在问题”一栏")
        return
    quiet = [f for f in with_box if says_nothing(f.problems) and full_marks_everywhere(f)]
    first = quiet[0].problems if quiet else None
    if first is not None and len(quiet) == len(with_box):
        yield Finding(
            _CODE,
            first.place,
            first.words,
            f"{len(quiet)}张表都是满分、问题“无”",
            "如实写明问题和改进措施",
            f"{len(quiet)}张自评表每项指标都得满分，存在问题都写“无”。",
            remedy="对照目标逐项查找问题，写明改进措施。",
            related=tuple(f.problems.place for f in quiet[1:] if f.problems),
        )

"""PER057: the initial budget left blank though money was spent."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import skipped

_CODE = "PER057"


@rule("年初预算数空白", family="完整性", of=SelfEvaluation)
def initial_budget_blank(form: SelfEvaluation) -> Iterator[Said]:
    """资金总额行填了全年预算数和执行数的，年初预算数也应填；年初没有安排的填0，不能空着。"""
    row = form.fund
    if row is None or row.initial is None:
        yield skipped(_CODE, "表上没有“年初预算数”一栏")
        return
    filled = row.adjusted.figure if row.adjusted else None
    if row.initial.blank and filled is not None and filled.value > 0:
        yield Finding(
            _CODE,
            row.initial.place,
            filled.text,
            "空白",
            "年初批复的预算数（没有安排的填0）",
            f"“{row.label}”全年预算数{filled.text}，年初预算数却是空白，看不出是否年中追加。",
            remedy="补填年初预算数；年中追加的另写依据。",
            related=(filled.place,),
        )

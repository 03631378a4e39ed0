"""PER021: the printed rate of execution against its two amounts."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import FundRow, SelfEvaluation
from kaocheng.performance.wording import skipped

_CODE = "PER021"


@rule("预算执行率与执行数、预算数算不平", family="得分复算", of=SelfEvaluation)
def execution_rate(form: SelfEvaluation) -> Iterator[Said]:
    """预算执行率=执行数÷调整后（全年）预算数；两数都是0时没有执行率，不能印100%。"""
    judged = False
    for row in form.funds:
        for said in _judge(row):
            judged = True
            yield said
    if not judged:
        yield skipped(_CODE, "表上没有预算数、执行数、执行率三样齐全的行")


def _judge(row: FundRow) -> Iterator[Said]:
    rate = row.rate.figure if row.rate else None
    spent = row.executed.figure if row.executed else None
    budget = row.adjusted or row.initial
    base = budget.figure if budget else None
    if rate is None or spent is None or base is None:
        return
    if base.value != 0:
        yield Ratio(
            _CODE, rate, (Term(spent),), (Term(base),), f"“{row.label}”执行率=执行数÷预算数"
        )
    elif spent.value == 0 and rate.value != 0:
        yield Finding(
            _CODE,
            rate.place,
            rate.text,
            rate.text,
            "不填",
            f"“{row.label}”预算数、执行数都是0，没有执行率可言，却印了{rate.text}。",
            remedy="预算数为0的行不填执行率。",
            related=(base.place, spent.place),
        )

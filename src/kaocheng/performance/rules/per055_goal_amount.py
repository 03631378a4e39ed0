"""PER055: an amount told in the goal or result against the money rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.numerals import plain
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Entry, SelfEvaluation
from kaocheng.performance.wording import skipped

_CODE = "PER055"
_MONEY = r"(?:数|安排|资金|金额|为|共|共计)*(\d+(?:\.\d+)?)\s*(亿元|万元|元|万)"
_PLANNED = re.compile(r"年初预算" + _MONEY)
_USED = re.compile(r"实际(?:使用|投入|支出|支付)" + _MONEY)


@rule("目标文字中的金额与资金行不符", family="前后一致", of=SelfEvaluation)
def goal_amount(form: SelfEvaluation) -> Iterator[Said]:
    """年度目标写的“年初预算多少”应与年初预算数相同，完成情况写的“实际使用多少”应与执行数相同。"""
    row = form.fund
    said: list[Said] = []
    if row is not None:
        said += _compare(form.goal, _PLANNED, row.initial, "目标所写年初预算=年初预算数")
        said += _compare(form.done, _USED, row.executed, "完成情况所写实际使用=执行数")
    if not said:
        yield skipped(_CODE, "文字中没有可与资金行相比的金额")
    yield from said


def _compare(
    text: Entry | None, pattern: re.Pattern[str], row: Entry | None, says: str
) -> Iterator[Said]:
    match = pattern.search(plain(text.text)) if text else None
    if text is None or match is None or row is None or row.figure is None:
        return
    if not row.figure.unit.is_money:
        return
    measured = unit("万元" if match[2] == "万" else match[2])
    passage = text.cell.content
    stated = figure_at(passage, match.start(1), match.end(1), row.figure.name, measured)
    yield Sum(_CODE, stated, (Term(row.figure),), says, same=True)

"""What a year holds, at a glance (年度小结): each register with its entries, arrears, spot checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kaocheng.disclosure.compose import Draft
from kaocheng.kernel.registers import Register
from kaocheng.money.arrears import ageing
from kaocheng.money.controls.breaches import yuan
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers, entries_of
from kaocheng.performance import folder as performance
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.results import Checked
from kaocheng.performance.writing_back import rows_of


def year_sums(
    year: AccountsYear, judged: PerformanceYear | None, draft: Draft | None
) -> Iterator[str]:
    """The registers of the year with how many entries and, where it means anything, their sum."""
    yield f"{year.department} {year.year} 年度"
    for register in all_registers():
        yield from _register(year, register)
    for register in performance.all_registers() if judged else ():
        if judged and (count := sum(1 for _ in rows_of(judged, register.kind))):
            yield f"  {register.name} {count} 条"
    for band in ageing(year, date(year.year, 12, 31)):
        if band.amount:
            yield f"  年末欠付合同款，账龄{band.name} {yuan(band.amount)}"
    for checked in draft.made.checks if draft and draft.made else ():
        yield f"  {_spot_check(checked)}"


def _register(year: AccountsYear, register: Register) -> Iterator[str]:
    records = entries_of(year, register.kind)
    amounts = [column.field for column in register.columns if column.kind == "amount"]
    if not records:
        return
    summed = amounts if register.adds_up else []
    total = sum(getattr(record, summed[0]) for record in records) if summed else 0
    yield f"  {register.name} {len(records)} 条" + (f"，{yuan(total)}" if summed else "")


def _spot_check(checked: Checked) -> str:
    """How far a spot check lies from the self-score, and what that costs."""
    check, cost = checked.check, checked.deduction
    lost = f"，自评准确扣 {cost.text} 分" if cost else ""
    return (
        f"抽查 {check.subject} {check.on.isoformat()}：抽查得分 {checked.theirs.text}，"
        f"自评得分 {checked.own.text}，相差 {checked.difference.text}{lost}"
    )

"""Single payments (单笔支付): refunds give their reason, large sums their minutes."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.editions.limits import large_sum
from kaocheng.money.controls.breaches import Breach, Desk, yuan

REFUND_WORDS = ("退", "冲", "红字", "更正", "收回", "撤销")
"""A reason for a negative payment says one of these."""


def refunds(desk: Desk) -> Iterator[Breach]:
    """Negative amounts without a reason; 小微企业 that is no 中小企业."""
    for index, payment in desk.judged("payments", "amount", "purpose"):
        if payment.amount < 0 and not any(word in payment.purpose for word in REFUND_WORDS):
            remedy = "退款请在用途里写明退回、冲销或更正的原因；不是退款的改成正数"
            yield Breach("payments", index, "purpose", "金额是负数，用途里没有写退款原因", remedy)
    for index, income in desk.judged("income", "amount", "note"):
        if income.amount < 0 and not income.note:
            remedy = "退付请在说明里写原因；不是退付的改成正数"
            yield Breach("income", index, "note", "金额是负数，没有写说明", remedy)
    for index, contract in desk.judged("contracts", "micro", "small"):
        if contract.micro and not contract.small:
            remedy = "小微企业也是中小企业，请把“中小企业”改成“是”"
            yield Breach("contracts", index, "small", "是小微企业却不是中小企业", remedy)


def without_minutes(desk: Desk) -> Iterator[Breach]:
    """Payments from the threshold on without the minutes of the meeting that decided them."""
    common = large_sum(desk.year.year)
    threshold = desk.year.large_sum
    if threshold is None:
        threshold = common.amount * 100
    for index, payment in desk.judged("payments", "amount", "approval", "economic"):
        if payment.amount < threshold or payment.approval:
            continue
        if not payment.economic.startswith(common.exempt):
            message = f"达到大额资金标准（{yuan(threshold)}），没有写会议纪要"
            remedy = "请补写集体研究决定的会议纪要文号；没有研究的先提交会议"
            yield Breach("payments", index, "approval", message, remedy)

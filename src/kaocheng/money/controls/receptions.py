"""Receptions (公务接待): the register and the 公务接待费 paid from 财政拨款 tell one sum, or why not."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.money.controls.breaches import Breach, Desk, yuan
from kaocheng.money.records import AccountsYear

RECEPTIONS = "公务接待登记"
"""What a reason is about that tells why the receptions do not add up to what was paid for them."""
_SUBJECT = "30217"
_FISCAL = "财政拨款"
_REASONS = "原因说明"


def unlike_paid(desk: Desk) -> Iterator[Breach]:
    """Receptions that do not add up to what was paid, without a reason: published side by side."""
    if any(desk.doubts.about(kind) for kind in ("receptions", "payments")):
        return
    if desk.doubts.about("reasons", about=RECEPTIONS):
        return
    if told := contradicted(desk.year):
        yield Breach("receptions", -1, "amount", *told)


def contradicted(year: AccountsYear) -> tuple[str, str] | None:
    """Why the receptions of a year cannot stand, and the mend; None where they can."""
    spent = [item for item in year.payments if item.economic == _SUBJECT]
    paid = sum(item.amount for item in spent if item.source.endswith(_FISCAL))
    listed = sum(record.amount for record in year.receptions)
    if listed == paid or _explained(year):
        return None
    message = (
        f"公务接待登记{yuan(listed)}，财政拨款支付的公务接待费（{_SUBJECT}）{yuan(paid)}，对不上"
    )
    if not year.receptions:
        return message, "请把每批接待补登进来"
    if not paid and listed == sum(item.amount for item in spent):
        return message, "请核对支付的资金来源；由其他资金负担的接待不登记"
    return message, (
        "请核对有没有漏登记的接待，或列错科目、来源的支付；确实不同的（如跨年支付），"
        f"在“{_REASONS}”写明，说明的数字填“{RECEPTIONS}”"
    )


def _explained(year: AccountsYear) -> bool:
    return any(
        RECEPTIONS in map(str.strip, reason.about.split("、")) and reason.words.strip()
        for reason in year.reasons
    )

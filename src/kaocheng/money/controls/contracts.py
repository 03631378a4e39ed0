"""Contracts (合同): payments and instalments stay within them."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.money.controls.breaches import Breach, Desk, yuan
from kaocheng.money.records import Contract, Payment


def over_contract(desk: Desk) -> Iterator[Breach]:
    """Payments before the contract, for another project, or above its sum, by date."""
    contracts = {contract.number: contract for _, contract in desk.accepted("contracts")}
    paid = {number: contract.paid_before for number, contract in contracts.items()}
    yield from _overpaid_before(desk)
    bound = [pair for pair in desk.accepted("payments") if pair[1].contract in contracts]
    for index, payment in sorted(bound, key=lambda pair: pair[1].on):
        contract = contracts[payment.contract]
        breach = _breach(index, payment, contract, paid[contract.number])
        if breach is None:
            paid[contract.number] += payment.amount
        else:
            yield breach
    for index, payment in desk.aside("payments", "number", "contract", "on", "project", "amount"):
        if contract := contracts.get(payment.contract):
            breach = _breach(index, payment, contract, paid[contract.number])
            yield from () if breach is None else (breach,)


def _overpaid_before(desk: Desk) -> Iterator[Breach]:
    for index, contract in desk.accepted("contracts"):
        if contract.paid_before > contract.amount:
            message = f"以前年度已付比合同金额（{yuan(contract.amount)}）多"
            yield Breach("contracts", index, "paid_before", message, "请核对两个金额")


def _breach(index: int, payment: Payment, contract: Contract, paid: int) -> Breach | None:
    if payment.on < contract.on:
        message = f"支付早于合同签订日期（{contract.on}）"
        return Breach("payments", index, "on", message, "请核对两个日期和合同编号")
    if contract.project and payment.project != contract.project:
        message = f"合同属于项目 {contract.project}，这笔支付不是"
        return Breach("payments", index, "contract", message, "请核对合同编号和项目代码")
    rest = contract.amount - paid
    if paid <= contract.amount < paid + payment.amount:
        message = f"超出合同：合同还有 {yuan(rest)} 未付，这笔 {yuan(payment.amount)}"
        remedy = "请核对合同编号和金额；合同变更的，改“合同”里的合同金额"
        return Breach("payments", index, "amount", message, remedy)
    return None


def instalments(desk: Desk) -> Iterator[Breach]:
    """Instalments due before the contract, or more of them than the contract."""
    contracts = {contract.number: contract for _, contract in desk.accepted("contracts")}
    planned: dict[str, int] = {}
    for index, part in desk.accepted("instalments"):
        contract = contracts.get(part.contract)
        if contract is None:
            continue
        if part.due < contract.on:
            message = f"应付日期早于合同签订日期（{contract.on}）"
            yield Breach("instalments", index, "due", message, "请核对两个日期")
        total = planned.get(contract.number, 0) + part.amount
        if total > contract.amount:
            message = f"付款计划合计 {yuan(total)}，超出合同金额 {yuan(contract.amount)}"
            yield Breach("instalments", index, "amount", message, "请核对各次应付金额")
        else:
            planned[contract.number] = total

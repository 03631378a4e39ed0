"""What a careful clerk would look at again (提示): it does not keep the year out."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from kaocheng.kernel.findings import Severity
from kaocheng.money.controls.breaches import Breach, Desk

_ALIKE = ("on", "payee", "amount", "purpose", "economic", "project")


def notes(desk: Desk) -> Iterator[Breach]:
    """People over the establishment, payments that look doubled, payees that are not the supplier."""
    yield from _over_establishment(desk)
    yield from _look_alike(desk)
    yield from _other_payee(desk)
    if not any(office.main for office in desk.year.offices) and desk.year.offices:
        yield _note("offices", 0, "main", "没有一个单位是本级", "请把部门本级的“是否本级”写成“是”")


def _over_establishment(desk: Desk) -> Iterator[Breach]:
    for index, post in desk.accepted("establishments"):
        if post.people > post.posts:
            message = f"超编：核定 {post.posts} 名，实有 {post.people} 名"
            yield _note("establishments", index, "people", message, "请核对；确实超编的准备好说明")


def _look_alike(desk: Desk) -> Iterator[Breach]:
    if len(desk.distinct("payments", *_ALIKE)) == sum(1 for _ in desk.accepted("payments")):
        return
    seen: dict[tuple[object, ...], str] = {}
    alike = attrgetter(*_ALIKE)
    for index, item in desk.accepted("payments"):
        key = alike(item)
        if key in seen:
            message = f"与凭证 {seen[key]} 的日期、收款人、用途、科目、金额都相同"
            yield _note("payments", index, "number", message, "请核对是不是重复支付或重复录入")
        seen.setdefault(key, item.number)


def _other_payee(desk: Desk) -> Iterator[Breach]:
    suppliers = {contract.number: contract.supplier for _, contract in desk.accepted("contracts")}
    if suppliers.keys().isdisjoint(desk.distinct("payments", "contract")):
        return
    for index, item in desk.accepted("payments"):
        supplier = suppliers.get(item.contract)
        if supplier is not None and supplier != item.payee:
            message = f"收款人不是合同的供应商（{supplier}）"
            yield _note("payments", index, "payee", message, "请核对收款人和合同编号")


def _note(kind: str, index: int, field: str, message: str, remedy: str) -> Breach:
    return Breach(kind, index, field, message, remedy, Severity.NOTE)

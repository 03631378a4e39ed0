"""The year's chain (年度衔接): opening balance + income - payments = closing balance, never below 0."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from kaocheng.money.controls.breaches import Breach, Desk, yuan
from kaocheng.money.records import AccountsYear

_APPROPRIATED = "财政拨款"
_KIND = attrgetter("office", "source", "nature", "function")
Key = tuple[str, str, str, str]
"""Office, source, nature and 功能科目; the 科目 is "" for money that is not 财政拨款."""


@dataclass(slots=True)
class Balance:
    """One chain (结转结余): opening, income and paid in 分."""

    opening: int = 0
    income: int = 0
    paid: int = 0

    @property
    def closing(self) -> int:
        """年末结转和结余."""
        return self.opening + self.income - self.paid


def balances(year: AccountsYear) -> dict[Key, Balance]:
    """The chain of every office, source and nature; of 财政拨款 also by 功能科目."""
    return _balances(year.carried, year.income, year.payments)


def below_zero(desk: Desk) -> Iterator[Breach]:
    """Chains that end below zero, told at the last entry that took money out."""
    payments = list(desk.accepted("payments"))
    income = list(desk.accepted("income"))
    carried = [record for _, record in desk.accepted("carried")]
    chains = _balances(
        carried, (record for _, record in income), (record for _, record in payments)
    )
    for key, chain in chains.items():
        if chain.closing < 0 and not _doubtful(desk, key):
            yield _breach(key, chain, payments, income)


def _balances(
    carried: Iterable[Any], income: Iterable[Any], payments: Iterable[Any]
) -> dict[Key, Balance]:
    chains: dict[Key, Balance] = {}
    for record in carried:
        chains.setdefault(_key(record), Balance()).opening += record.amount
    for record in income:
        chains.setdefault(_key(record), Balance()).income += record.amount
    paid: defaultdict[Key, int] = defaultdict(int)
    for record in payments:  # there are very many, of few kinds
        paid[_KIND(record)] += record.amount
    for kind, amount in paid.items():
        chains.setdefault(_joined(*kind), Balance()).paid += amount
    return chains


def _key(record: Any) -> Key:
    return _joined(*_KIND(record))


def _joined(office: str, source: str, nature: str, function: str) -> Key:
    return office, source, nature, function if source.endswith(_APPROPRIATED) else ""


def _doubtful(desk: Desk, key: Key) -> bool:
    office, source, nature, function = key
    wanted = {"office": office, "source": source, "nature": nature}
    wanted |= {"function": function} if function else {}
    return any(desk.doubts.about(kind, **wanted) for kind in ("income", "carried"))


def _breach(
    key: Key, chain: Balance, payments: list[tuple[int, Any]], income: list[tuple[int, Any]]
) -> Breach:
    kind, listed = ("payments", payments) if chain.paid else ("income", income)
    out = [(record.on, index) for index, record in listed if _key(record) == key]
    _, source, nature, function = key
    said = "、".join(part for part in (source, nature, function) if part)
    message = (
        f"钱不够：{said} 年初 {yuan(chain.opening)}，加收入 {yuan(chain.income)}，"
        f"减支付 {yuan(chain.paid)}，年末成了 {yuan(chain.closing)}"
    )
    remedy = "请核对收入、年初结转结余有没有漏记，支付的来源、性质和科目有没有写错"
    return Breach(kind, max(out)[1] if out else -1, "amount", message, remedy)

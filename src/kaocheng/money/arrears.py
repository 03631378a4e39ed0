"""Arrears of contracts (合同欠款): what was due by a day and is not paid, by how long it has been due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kaocheng.editions.limits import arrears_months
from kaocheng.money.records import AccountsYear, Contract, Instalment

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Arrear:
    """An instalment not wholly paid (欠付): contract, due day, the rest in 分, whole months overdue."""

    contract: str
    due: date
    amount: int
    months: int


@dataclass(frozen=True, slots=True)
class Band:
    """All arrears of one age (账龄段): its name, the sum in 分, and the instalments in it."""

    name: str
    amount: int
    arrears: tuple[Arrear, ...]


def arrears(year: AccountsYear, on: date) -> tuple[Arrear, ...]:
    """What is due by that day and unpaid; payments settle the oldest instalments first."""
    planned: dict[str, list[Instalment]] = {}
    for part in sorted(year.instalments, key=lambda part: part.due):
        if part.due <= on:
            planned.setdefault(part.contract, []).append(part)
    paid = _paid(year, on)
    return tuple(
        arrear
        for contract in year.contracts
        for arrear in _unpaid(contract, planned.get(contract.number, []), paid, on)
    )


def ageing(year: AccountsYear, on: date) -> tuple[Band, ...]:
    """Arrears by age (账龄): within the first bound of months, the next ones, and beyond the last."""
    ends = arrears_months(year.year)
    owed = arrears(year, on)
    bands = []
    for low, high in zip((0, *ends), (*ends, None), strict=True):
        inside = tuple(
            one for one in owed if low <= one.months and (high is None or one.months < high)
        )
        bands.append(Band(_name(low, high), sum(one.amount for one in inside), inside))
    return tuple(bands)


def _paid(year: AccountsYear, on: date) -> dict[str, int]:
    paid = {contract.number: contract.paid_before for contract in year.contracts}
    for payment in year.payments:
        if payment.contract in paid and payment.on <= on:
            paid[payment.contract] += payment.amount
    return paid


def _unpaid(
    contract: Contract, planned: list[Instalment], paid: dict[str, int], on: date
) -> Iterator[Arrear]:
    rest = paid[contract.number]
    for part in planned:
        settled = min(max(rest, 0), part.amount)
        rest -= settled
        if settled < part.amount:
            yield Arrear(contract.number, part.due, part.amount - settled, _months(part.due, on))


def _months(due: date, on: date) -> int:
    """Whole months from one day to another."""
    return (on.year - due.year) * _YEAR + on.month - due.month - (on.day < due.day)


def _name(low: int, high: int | None) -> str:
    if high is None:
        return f"{_span(low)}以上"
    return f"{_span(high)}以内" if low == 0 else f"{_span(low)}至{_span(high)}"


def _span(months: int) -> str:
    return f"{months // _YEAR}年" if months % _YEAR == 0 else f"{months}个月"

"""Counts from the other registers (台账统计): receptions, trips, vehicles, contracts, posts, assets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kaocheng.kernel.lineage import AMOUNTS, COUNT, PEOPLE, POSTS
from kaocheng.money.naming import entry_number
from kaocheng.money.records import (
    AccountsYear,
    Asset,
    Contract,
    Establishment,
    Payment,
    Reception,
    Trip,
    Vehicle,
)

Countable = Asset | Contract | Establishment | Payment | Reception | Trip | Vehicle
Counted = tuple[int, str, tuple[str, ...]]


@dataclass(slots=True)
class Counting:
    """The registers of one year; what is counted is named 什么 or 什么|哪种 (车辆数|机要通信用车)."""

    year: AccountsYear
    _procured: Mapping[str, Contract] | None = field(default=None)

    def of(self, name: str) -> Counted:
        """The value, the formula and the numbers of the entries; raises KeyError for another name."""
        what, _, kind = name.partition("|")
        entries, measure = _REGISTERS[what]
        found = tuple(entries(self, kind))
        value = sum(_MEASURES[measure](entry) for entry in found)
        return value, measure, tuple(entry_number(entry) for entry in found)

    def receptions(self, _: str) -> Iterable[Countable]:
        """Every official reception."""
        return self.year.receptions

    def foreign(self, _: str) -> Iterable[Countable]:
        """Receptions of guests from abroad (外事接待)."""
        return (entry for entry in self.year.receptions if entry.foreign)

    def trips(self, _: str) -> Iterable[Countable]:
        """Every trip abroad."""
        return self.year.trips

    def vehicles(self, kind: str) -> Iterable[Countable]:
        """Vehicles kept, of one kind or with one body where asked for."""
        return (v for v in self.year.vehicles if kind in {"", v.kind, v.body})

    def bought(self, kind: str) -> Iterable[Countable]:
        """Vehicles bought in the year."""
        year = self.year.year
        return (
            v
            for v in self.year.vehicles
            if v.bought and v.bought.year == year and kind in {"", v.kind, v.body}
        )

    def large(self, least: str) -> Iterable[Countable]:
        """Assets other than vehicles worth at least so much (分): 设备数|100000000 is 单价100万元以上."""
        return (asset for asset in self.year.assets if asset.value >= int(least))

    def posts(self, kind: str) -> Iterable[Countable]:
        """Establishments of one kind (行政编制 …), or all."""
        return (e for e in self.year.establishments if kind in {"", e.kind})

    def procured(self, kind: str) -> Iterable[Countable]:
        """Payments under contracts of government procurement, of one kind where asked for."""
        contracts = self._contracts()
        payments = self.year.payments if contracts else ()
        return (
            payment
            for payment in payments
            if payment.contract in contracts and kind in {"", contracts[payment.contract].kind}
        )

    def small(self, _: str) -> Iterable[Countable]:
        """Procurement contracts given to 中小企业, those to 小微企业 among them."""
        return (c for c in self._contracts().values() if c.small or c.micro)

    def micro(self, _: str) -> Iterable[Countable]:
        """Procurement contracts given to 小微企业."""
        return (c for c in self._contracts().values() if c.micro)

    def _contracts(self) -> Mapping[str, Contract]:
        if self._procured is None:
            found = (entry for entry in self.year.contracts if entry.procurement)
            self._procured = {entry.number: entry for entry in found}
        return self._procured


def _amount(entry: Countable) -> int:
    if isinstance(entry, Vehicle):
        return entry.price
    if isinstance(entry, Asset):
        return entry.value
    return 0 if isinstance(entry, Establishment) else entry.amount


def _people(entry: Countable) -> int:
    return entry.people if isinstance(entry, Reception | Trip | Establishment) else 0


def _posts(entry: Countable) -> int:
    return entry.posts if isinstance(entry, Establishment) else 0


_MEASURES: Mapping[str, Callable[[Countable], int]] = {
    AMOUNTS: _amount,
    COUNT: lambda _: 1,
    PEOPLE: _people,
    POSTS: _posts,
}
_REGISTERS: Mapping[str, tuple[Callable[[Counting, str], Iterable[Countable]], str]] = {
    "接待金额": (Counting.receptions, AMOUNTS),
    "接待批次": (Counting.receptions, COUNT),
    "接待人次": (Counting.receptions, PEOPLE),
    "外事接待金额": (Counting.foreign, AMOUNTS),
    "外事接待批次": (Counting.foreign, COUNT),
    "外事接待人次": (Counting.foreign, PEOPLE),
    "出国团组数": (Counting.trips, COUNT),
    "出国人次": (Counting.trips, PEOPLE),
    "车辆数": (Counting.vehicles, COUNT),
    "购置车辆数": (Counting.bought, COUNT),
    "购置车辆金额": (Counting.bought, AMOUNTS),
    "设备数": (Counting.large, COUNT),
    "编制数": (Counting.posts, POSTS),
    "实有人数": (Counting.posts, PEOPLE),
    "采购支出": (Counting.procured, AMOUNTS),
    "授予中小企业合同金额": (Counting.small, AMOUNTS),
    "授予小微企业合同金额": (Counting.micro, AMOUNTS),
}

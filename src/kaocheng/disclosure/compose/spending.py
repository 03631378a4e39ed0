"""How a project's money went (项目资金): what was paid, on what, from where, by which contracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kaocheng.disclosure.compose.facts import Member
from kaocheng.disclosure.compose.gathering import name_of
from kaocheng.disclosure.funding import amount
from kaocheng.kernel.dates import official_date
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import COUNT
from kaocheng.kernel.units import YUAN, unit
from kaocheng.money.naming import Entry, entry_number
from kaocheng.money.records import AccountsYear, Contract, Payment
from kaocheng.performance.funding import ProjectFunding
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.making import figure

_MONITORED = "监控"
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


@dataclass(frozen=True, slots=True)
class Spending:
    """The figures of one project, and the lists its report runs over.

    A list of one is no list: `words` name the only source or 科目 then.
    """

    figures: Mapping[str, Figure]
    words: Mapping[str, str]
    lists: Mapping[str, tuple[Member, ...]]


def spending(code: str, year: AccountsYear, funds: ProjectFunding | None) -> Spending:
    """What the accounts tell of a project beyond its budget and its payments in all."""
    paid = [one for one in year.payments if one.project == code]
    contracts = [one for one in year.contracts if one.project == code]
    figures = {**_payments(paid, year.large_sum), **_contracts(paid, contracts)}
    kinds: dict[str, list[Entry]] = {}
    for one in paid:
        kinds.setdefault(one.economic, []).append(one)
    economic = tuple(
        Member({"数": amount(f"项目支出|{code}|{kind}", entries)}, {"数名": name_of(kind, year)})
        for kind, entries in sorted(kinds.items())
    )
    found = {"经济科目": economic, "资金来源": _sources(funds)}
    lists = {name: members for name, members in found.items() if len(members) > 1}
    single = {f"唯一{n}": m[0].words["数名"] for n, m in found.items() if len(m) == 1}
    return Spending(figures, single, lists)


def _payments(paid: Sequence[Payment], large_sum: int | None) -> Mapping[str, Figure]:
    """How many payments and how much, by quarters and, where a large sum is set, by size."""
    found = {
        "支付笔数": _count("支付笔数", "笔", paid),
        "项目支付金额": amount("项目支付金额", paid),
    }
    for number, quarter in enumerate(_QUARTERS):
        own = [one for one in paid if (one.on.month - 1) // 3 == number]
        name = f"{quarter}支付笔数"
        found[name] = _count(name, "笔", own)
    if large_sum:
        for size, large in (("大额", True), ("其他", False)):
            own = [one for one in paid if (one.amount >= large_sum) == large]
            found[f"{size}支付笔数"] = _count(f"{size}支付笔数", "笔", own)
            found[f"{size}支付金额"] = amount(f"{size}支付金额", own)
    return found


def _contracts(paid: Sequence[Payment], contracts: Sequence[Contract]) -> Mapping[str, Figure]:
    """How many contracts and how much, apart by what was paid on them in the year and what was not."""
    numbers = {one.number for one in contracts}
    on_them = [one for one in paid if one.contract in numbers]
    began = {one.contract for one in on_them}
    whole, now = amount("合同金额", contracts), amount("合同本年支付金额", on_them)
    return {
        "合同数": _count("合同数", "份", contracts),
        "有支付合同数": _count("有支付合同数", "份", [c for c in contracts if c.number in began]),
        "无支付合同数": _count(
            "无支付合同数", "份", [c for c in contracts if c.number not in began]
        ),
        "合同金额": whole,
        "合同本年支付金额": now,
        "合同其余金额": figure(
            "合同其余金额", whole.value - now.value, YUAN, formula="[1]-[2]", sources=(whole, now)
        ),
    }


def _count(name: str, counter: str, entries: Sequence[Entry]) -> Figure:
    records = [entry_number(entry) for entry in entries]
    return figure(name, Decimal(len(records)), unit(counter), formula=COUNT, records=records)


def _sources(funds: ProjectFunding | None) -> tuple[Member, ...]:
    """The parts of the payments by where the money came from, those with money only."""
    rows = funds.rows[1:] if funds else ()
    return tuple(
        Member({"数": row.executed}, {"数名": row.label.removeprefix("其中：")})
        for row in rows
        if row.executed.value
    )


def stages(performance: PerformanceYear, subject: str) -> Mapping[str, tuple[Member, ...]]:
    """The steps of a project through the year, those of monitoring apart."""
    own = sorted(
        (step for step in performance.steps if step.subject == subject), key=lambda s: s.on
    )
    told = [
        (step.stage, Member({}, {
            "环节": step.stage, "环节依据": step.basis,
            "环节日期": official_date(step.on),
        }))
        for step in own
    ]  # fmt: skip
    return {
        "环节": tuple(member for stage, member in told if stage != _MONITORED),
        "监控环节": tuple(member for stage, member in told if stage == _MONITORED),
    }

"""A year as evidence (证据): every record of the accounts turned into an entry without names."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kaocheng.disclosure.compose.typed import typed_figures
from kaocheng.kernel.units import unit
from kaocheng.money.naming import entry_number
from kaocheng.money.records import AccountsYear
from kaocheng.performance.citing import cited
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.measuring import number_of
from kaocheng.proof.entries import Entry, distinct
from kaocheng.proof.numerals import number

_CITED = frozenset({"绩效指标", "指标分值", "评定档次", "调整得分", "抽查"})


def evidence(year: AccountsYear, performance: PerformanceYear | None = None) -> tuple[Entry, ...]:
    """Every entry of a year; raises Damaged when two share a number."""
    told = _measured(performance) if performance else ()
    typed = _typed(year, performance)
    return tuple(distinct([*_budget(year), *_flow(year), *_things(year), *told, *typed]))


def _typed(year: AccountsYear, performance: PerformanceYear | None) -> Iterator[Entry]:
    """Numbers that stand in the words an office typed: that it typed them is all there is to prove."""
    for figure in typed_figures(year, performance):
        value = Fraction(figure.value) * Fraction(figure.unit.factor)
        yield Entry(figure.records[0], "文字填写", value=number(value))


def _budget(year: AccountsYear) -> Iterator[Entry]:
    lines = {line.number: line for line in year.budget}
    for line in year.budget:
        yield Entry(
            line.number, "预算", None, line.amount, office=line.office, function=line.function,
            economic=line.economic, nature=line.nature, source=line.source, project=line.project,
        )  # fmt: skip
    for change in year.adjustments:
        of = lines[change.line]
        yield Entry(
            change.number, "预算调整", change.on, change.amount, office=of.office,
            function=of.function, economic=of.economic, nature=of.nature, source=of.source,
            project=of.project, group="追加" if change.amount >= 0 else "调减",
        )  # fmt: skip
    for left in year.carried:
        yield Entry(
            entry_number(left), "年初结转结余", None, left.amount, office=left.office,
            function=left.function, nature=left.nature, source=left.source,
            group="结余" if left.surplus else "结转",
        )  # fmt: skip


def _flow(year: AccountsYear) -> Iterator[Entry]:
    for income in year.income:
        yield Entry(
            income.number, "收入", income.on, income.amount, office=income.office,
            function=income.function, nature=income.nature, source=income.source,
        )  # fmt: skip
    for paid in year.payments:
        yield Entry(
            paid.number, "支付", paid.on, paid.amount, office=paid.office,
            function=paid.function, economic=paid.economic, nature=paid.nature,
            source=paid.source, project=paid.project,
        )  # fmt: skip
    for contract in year.contracts:
        size = "小微" if contract.micro else "中小" if contract.small else "其他"
        group = f"{'政府采购' if contract.procurement else '非采购'}/{contract.kind}/{size}"
        yield Entry(
            contract.number, "合同", contract.on, contract.amount,
            project=contract.project, group=group,
        )  # fmt: skip


def _things(year: AccountsYear) -> Iterator[Entry]:
    for visit in year.receptions:
        group = "外事" if visit.foreign else "国内"
        yield Entry(visit.number, "公务接待", visit.on, visit.amount, visit.people, group=group)
    for trip in year.trips:
        yield Entry(trip.number, "因公出国", trip.on, trip.amount, trip.people)
    for vehicle in year.vehicles:
        yield Entry(
            vehicle.number, "车辆", vehicle.bought, vehicle.price,
            group=f"{vehicle.kind}/{vehicle.body}",
        )  # fmt: skip
    for asset in year.assets:
        yield Entry(asset.number, "资产", None, asset.value)
    for office in year.offices:
        group = f"{office.kind}/{'本级' if office.main else '下属'}"
        yield Entry(f"单位/{office.code}", "单位", office=office.code, group=group)
    for posts in year.establishments:
        yield Entry(
            entry_number(posts), "编制", people=posts.people, posts=posts.posts,
            office=posts.office, group=posts.kind,
        )  # fmt: skip
    for last in year.last_year:
        yield Entry(entry_number(last), "上年数", amount=last.amount, group=last.name)
    for project in year.projects:
        yield Entry(
            entry_number(project), "项目", function=project.function, project=project.code,
            group=project.kind,
        )  # fmt: skip


def _measured(year: PerformanceYear) -> Iterator[Entry]:
    """Goals; measurements with their value in base units; readings with the budget they took back."""
    for goal in year.goals:
        yield Entry(f"绩效目标/{goal.subject}", "绩效目标", project=goal.subject, group=goal.scope)
    for proof in year.evidence:
        if proof.value is not None:
            value = Fraction(proof.value) * Fraction(unit(proof.unit).factor)
            yield Entry(
                proof.number, "绩效证据", proof.cutoff, value=number(value),
                project=proof.subject, group=f"{proof.about}/{proof.unit}",
            )  # fmt: skip
    for one in cited(year):
        if one.kind in _CITED and one.value is not None:
            worth = number(Fraction(one.value))
            yield Entry(
                one.number, one.kind, one.on, value=worth, project=one.project, group=one.group
            )
    for reading in year.monitoring:
        yield Entry(
            number_of(reading), "绩效监控", reading.on, reading.cancelled, group=reading.indicator
        )

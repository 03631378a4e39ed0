"""The accounts as performance asks for them (账务取数): money figures with the entries behind them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import starmap
from pathlib import Path
from typing import Any

from kaocheng.editions.codes import names_of
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, PEOPLE, POSTS
from kaocheng.kernel.units import YUAN, unit
from kaocheng.money.naming import Entry, entry_number
from kaocheng.money.records import AccountsYear, Adjustment, BudgetLine, Payment, Project
from kaocheng.performance.funding import Funding, FundingRow, ProjectFunding
from kaocheng.performance.making import figure, share

_CENTS = Decimal(100)
_MONTHS = range(1, 13)
_GRANTS = ("中央补助", "省级补助", "市级补助")
_BORROWED = ("社会投入资金", "银行贷款")
_SPECIAL = "财政专户管理资金"


@lru_cache(maxsize=None)
def _codes() -> dict[str, Any]:
    with Path(__file__).with_name("funding.toml").open("rb") as file:
        return tomllib.load(file)


def funding(year: AccountsYear) -> Funding:
    """The money of a year for performance: department figures by name, projects by code."""
    lines = {line.number: line for line in year.budget}
    projects = {p.code: _project(year, p, lines) for p in year.projects}
    return Funding({**_department(year, lines), **_ratios(year)}, projects)


def amount(name: str, entries: Iterable[Entry]) -> Figure:
    """The sum of entries in 元, exact."""
    added = tuple(entries)
    cents = sum(getattr(entry, "amount", 0) for entry in added)
    records = (entry_number(entry) for entry in added)
    made = figure(name, Decimal(cents) / _CENTS, YUAN, formula=AMOUNTS, records=records)
    return made if added else replace(made, formula="0")


def _sum(name: str, formula: str, *sources: Figure) -> Figure:
    first, *others = sources
    sign = -1 if "-" in formula else 1
    value = first.value + sum((sign * other.value for other in others), Decimal(0))
    return figure(name, value, YUAN, formula=formula, sources=sources)


def _department(year: AccountsYear, lines: Mapping[str, BudgetLine]) -> dict[str, Figure]:
    initial = amount("年初部门预算数", year.budget)
    added = amount("追加预算数", (a for a in year.adjustments if a.amount > 0))
    cut = amount("调减预算数", (a for a in year.adjustments if a.amount < 0))
    changes = amount("预算调整净额", year.adjustments)
    paid = amount("部门支出执行数", year.payments)
    found = [
        initial,
        added,
        replace(initial, name="年初预算数"),
        _sum("全年预算调剂金额", "[1]-[2]", added, cut),
        _sum("年度预算总额", "[1]+[2]", initial, changes),
        paid,
        *_projects_together(year, lines),
        *_by_subject(year),
        *_chain(year, paid),
        *(_progress(year, month) for month in _MONTHS),
    ]
    return {made.name: made for made in found}


def _projects_together(year: AccountsYear, lines: Mapping[str, BudgetLine]) -> list[Figure]:
    planned = amount("项目支出年初预算数", (b for b in year.budget if b.project))
    changes = amount("项目预算调整净额", (a for a in year.adjustments if _of(a, lines).project))
    paid = amount("项目支出执行数", (p for p in year.payments if p.project))
    return [_sum("项目支出全年预算数", "[1]+[2]", planned, changes), paid]


def _of(change: Adjustment, lines: Mapping[str, BudgetLine]) -> BudgetLine:
    return lines[change.line]


def _by_subject(year: AccountsYear) -> list[Figure]:
    """By 经济科目: the controlled subjects, the three public ones, the everyday ones."""
    made = []
    for name, key, wanted in (
        ("控制科目", "controlled", _any),
        ("三公经费", "three_public", _any),
        ("公用经费", "everyday", _basic),
    ):
        codes = tuple(_codes()[key])
        for kind, entries in (("年初预算数", year.budget), ("决算数", year.payments)):
            named = kind if name == "控制科目" else kind.removeprefix("年初")
            chosen = (e for e in entries if e.economic.startswith(codes) and wanted(e))
            made.append(amount(name + named, chosen))
    return made


def _any(_: BudgetLine | Payment) -> bool:
    return True


def _basic(entry: BudgetLine | Payment) -> bool:
    return entry.nature == "基本支出"


def _chain(year: AccountsYear, paid: Figure) -> list[Figure]:
    brought = amount("上年结转", year.carried)
    received = amount("本年收入", year.income)
    left = brought.value + received.value - paid.value
    sources = (brought, received, paid)
    carried = figure("年末结转", left, YUAN, formula="[1]+[2]-[3]", sources=sources)
    last = [entry for entry in year.last_year if entry.name == "三公经费预算数"]
    return [brought, carried, *(amount("三公经费上年预算数", last) for _ in last[:1])]


def _progress(year: AccountsYear, month: int) -> Figure:
    """执行进度: paid by the month's end ÷ the budget as it stood then; 0 of 0 is no progress."""
    name = f"{month}月执行进度"
    paid = amount(f"{month}月底累计支付数", (p for p in year.payments if p.on.month <= month))
    changes = amount("预算调整净额", (a for a in year.adjustments if a.on.month <= month))
    budget = amount("年初部门预算数", year.budget)
    total = _sum(f"{month}月底预算数", "[1]+[2]", budget, changes)
    value = paid.value / total.value if total.value else Decimal(0)
    return share(name, value, "[1]/[2]", (paid, total))


def _ratios(year: AccountsYear) -> dict[str, Figure]:
    """Posts and people (编制数, 在职人数), where the establishment is recorded."""
    if not year.establishments:
        return {}
    numbers = tuple(entry_number(entry) for entry in year.establishments)
    kinds: tuple[tuple[str, str, Callable[[Any], int]], ...] = (
        ("编制数", POSTS, lambda e: e.posts),
        ("在职人数", PEOPLE, lambda e: e.people),
    )
    return {
        name: figure(
            name,
            Decimal(sum(map(counted, year.establishments))),
            unit("人"),
            formula=word,
            records=numbers,
        )
        for name, word, counted in kinds
    }


def _project(
    year: AccountsYear, project: Project, lines: Mapping[str, BudgetLine]
) -> ProjectFunding:
    def mine(entry: BudgetLine | Payment) -> bool:
        return entry.project == project.code

    budget = tuple(filter(mine, year.budget))
    changes = tuple(a for a in year.adjustments if mine(_of(a, lines)))
    paid = tuple(filter(mine, year.payments))

    def row(label: str, wanted: Callable[[BudgetLine | Payment], bool]) -> FundingRow:
        planned = (b for b in budget if wanted(b))
        moved = (a for a in changes if wanted(_of(a, lines)))
        return _row(label, planned, moved, (p for p in paid if wanted(p)))

    months = {
        month: amount(f"{month}月底累计支付数", (p for p in paid if p.on.month <= month))
        for month in _MONTHS
    }
    name = next((known.name for known in names_of(project.function, year.year)), "")
    return ProjectFunding(
        project.code,
        project.name,
        project.kind,
        project.function,
        name,
        (row("总额", _any), *starmap(row, _BY_SOURCE)),
        months,
        _reasons(changes),
        tuple(starmap(row, _BY_LEVEL)),
    )


def _reasons(changes: Iterable[Adjustment]) -> str:
    """年中追加：…；年中调减：…, each reason once."""
    told: dict[str, list[str]] = {}
    for change in changes:
        told.setdefault("追加" if change.amount > 0 else "调减", []).append(change.reason)
    return "；".join(
        f"年中{kind}：{'、'.join(dict.fromkeys(reasons))}" for kind, reasons in told.items()
    )


def _public(entry: BudgetLine | Payment) -> bool:
    return entry.source.endswith("财政拨款") and entry.channel not in (_SPECIAL, *_BORROWED)


def _own(entry: BudgetLine | Payment) -> bool:
    return not _public(entry) and entry.channel not in (_SPECIAL, *_BORROWED)


_BY_SOURCE: tuple[tuple[str, Callable[[BudgetLine | Payment], bool]], ...] = (
    ("其中：财政资金", _public),
    (_SPECIAL, lambda entry: entry.channel == _SPECIAL),
    ("单位资金", _own),
    ("其他资金", lambda entry: entry.channel in _BORROWED),
)
"""The rows of F-D under 总额; every entry stands in one of them."""
_BY_LEVEL: tuple[tuple[str, Callable[[BudgetLine | Payment], bool]], ...] = (
    ("上级补助", lambda entry: entry.channel in _GRANTS),
    ("其中：中央", lambda entry: entry.channel == "中央补助"),
    ("省级", lambda entry: entry.channel == "省级补助"),
    ("市级", lambda entry: entry.channel == "市级补助"),
    ("其中：本级财力安排", lambda entry: _public(entry) and entry.channel not in _GRANTS),
    ("部门自筹及其他", lambda entry: not _public(entry) and entry.channel not in _GRANTS),
)
"""The rows of F-C under 年度资金总额: 上级补助 with its parts, 本级财力安排, 部门自筹及其他."""


def _row(
    label: str,
    budget: Iterable[BudgetLine],
    changes: Iterable[Adjustment],
    paid: Iterable[Payment],
) -> FundingRow:
    initial = amount("年初预算数", budget)
    adjusted = _sum("全年预算数", "[1]+[2]", initial, amount("预算调整净额", changes))
    return FundingRow(label, initial, adjusted, amount("全年执行数", paid))

"""Shared hypothesis strategies: amounts, intervals, printed figures, whole years of accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.numerals import show
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY, PERCENT, Unit, unit
from kaocheng.money.records import (
    SOURCES,
    AccountsYear,
    Adjustment,
    BudgetLine,
    CarryOver,
    Income,
    Office,
    Payment,
    Project,
    Reception,
    Trip,
)

HERE = Place("a.txt", line=1)
UNITS = st.sampled_from([*MONEY.values(), PERCENT, unit("件"), unit("人次")])


def decimals(places: int = 2, bound: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Numbers of at most that many decimals."""
    return st.integers(-bound, bound).map(lambda n: Decimal(n).scaleb(-places))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Closed intervals."""
    ends = sorted([draw(decimals()), draw(decimals())])
    return Interval(*ends)


def figure(
    value: str, measure: Unit = MONEY["万元"], *, place: Place = HERE, name: str = ""
) -> Figure:
    """A figure as it would be read from its print."""
    number = Decimal(value.replace(",", ""))
    places = len(value.partition(".")[2])
    return Figure(name, number, measure, places, value + measure.name, place)


@st.composite
def figures(draw: st.DrawFn, measures: st.SearchStrategy[Unit] = UNITS) -> Figure:
    """Printed figures of any unit, with no more decimals than the smallest thing allows."""
    measure = draw(measures)
    places = draw(st.integers(0, 4 if measure.is_money or measure.is_ratio else 0))
    value = draw(decimals(places, 10**8))
    grouped = show(value, places)
    text = grouped if draw(st.booleans()) else grouped.replace(",", "")
    return Figure("", value, measure, places, text + measure.name, HERE)


GENERAL, FUND, CAPITAL, _, EARNED, BUSINESS, *_ = SOURCES
OFFICES = (
    Office("甲局", "001", "行政单位"),
    Office("乙中心", "002", "参照公务员法管理的事业单位", main=False),
    Office("丙所", "003", "其他事业单位", main=False),
)
PROJECTS = tuple(Project(f"P{n}", f"项目{n}", "常年项目", "2010302") for n in (1, 2, 3))
_STAFF = ("30101", "30103", "30108", "30113", "30302", "30399")
_PUBLIC = ("30201", "30211", "30231", "31002")
_RUNNING = {"001": "2010301", "002": "2010301", "003": "2010350"}
_FUNCTIONS = {GENERAL: "2010302", FUND: "2120899", CAPITAL: "2230105"}
CENTS = st.integers(1, 3_000_000_00)


@st.composite
def _shapes(draw: st.DrawFn) -> tuple[str, ...]:
    """One payment's office, 功能, 经济, nature, source and project, as a legal year has them."""
    office = draw(st.sampled_from(sorted(_RUNNING)))
    kind = draw(st.sampled_from(("人员", "公用", "项目", "项目", "其他", "经营")))
    if kind == "人员":
        function = draw(st.sampled_from((_RUNNING[office], "2080505", "2210201")))
        return office, function, draw(st.sampled_from(_STAFF)), "基本支出", GENERAL, ""
    if kind == "公用":
        economic = draw(st.sampled_from((*_PUBLIC, "30217")))
        return office, _RUNNING[office], economic, "基本支出", GENERAL, ""
    if kind == "项目":
        source = draw(st.sampled_from(sorted(_FUNCTIONS)))
        project = draw(st.sampled_from(PROJECTS)).code
        economic = draw(st.sampled_from((*_PUBLIC, "30212", "30227", "31013")))
        return office, _FUNCTIONS[source], economic, "项目支出", source, project
    if kind == "其他":
        nature = draw(st.sampled_from(("基本支出", "上缴上级支出", "对附属单位补助支出")))
        source = draw(st.sampled_from(SOURCES[3:]))
        return office, _RUNNING[office], draw(st.sampled_from(_PUBLIC)), nature, source, ""
    return office, _RUNNING[office], "30201", "经营支出", BUSINESS, ""


@st.composite
def accounts_years(draw: st.DrawFn, editions: st.SearchStrategy[str]) -> AccountsYear:
    """Legal years: nothing is spent that did not come in, every visit abroad and guest is entered."""
    spent = draw(st.lists(st.tuples(_shapes(), CENTS), min_size=1, max_size=25))
    payments = tuple(_payment(n, *item) for n, item in enumerate(spent, 1))
    groups = sorted({(p.office, p.source, p.nature, p.function) for p in payments})
    carried = tuple(
        CarryOver(*group, draw(CENTS), surplus=group[2] == "项目支出" and draw(st.booleans()))
        for group in groups
        if draw(st.booleans())
    )
    left = {group: draw(st.integers(0, 5_000_00)) for group in groups}
    lines = tuple(BudgetLine(f"Y{p.number}", p.office, p.function, p.economic, p.nature, p.source,
                             draw(CENTS), p.project) for p in payments[:5])  # fmt: skip
    return AccountsYear(
        2023, draw(editions), "甲局", OFFICES, projects=PROJECTS, payments=payments,
        carried=carried, income=tuple(_income(payments, carried, left)), budget=lines,
        adjustments=tuple(Adjustment(f"T{b.number}", date(2023, 7, 1), b.number, -1, "调减")
                          for b in lines[:2]),
        receptions=tuple(Reception(f"J{p.number}", p.on, "来客", 2, p.amount, p.amount % 2 == 0)
                         for p in payments if p.economic == "30217"),
        trips=tuple(Trip(f"G{p.number}", p.on, "团组", 3, p.amount)
                    for p in payments if p.economic == "30212"),
    )  # fmt: skip


def _payment(number: int, shape: tuple[str, ...], amount: int) -> Payment:
    office, function, economic, nature, source, project = shape
    return Payment(
        f"Z{number}", date(2023, 5, 4), office, "收款人", "用途", function, economic, nature,
        source, amount, project,
    )  # fmt: skip


def _income(
    payments: tuple[Payment, ...], carried: tuple[CarryOver, ...], left: dict[tuple[str, ...], int]
) -> Iterator[Income]:
    """What each group needed beyond what it began with, and what it has left."""
    need: dict[tuple[str, ...], int] = defaultdict(int)
    for paid in payments:
        need[paid.office, paid.source, paid.nature, paid.function] += paid.amount
    for held in carried:
        need[held.office, held.source, held.nature, held.function] -= held.amount
    for number, ((office, source, nature, function), gap) in enumerate(sorted(need.items()), 1):
        amount = max(0, gap + left[office, source, nature, function])
        yield Income(f"S{number}", date(2023, 2, 1), office, source, function, nature, amount)

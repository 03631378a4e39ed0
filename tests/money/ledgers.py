"""A small legal year, any legal year, and years as lists of rows (made-up entries)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing
from kaocheng.kernel.registers.showing import shown
from kaocheng.money.controls.receptions import RECEPTIONS
from kaocheng.money.readers import read_year
from kaocheng.money.records import (
    NATURES,
    POST_KINDS,
    PROJECT_KINDS,
    PURCHASE_KINDS,
    SOURCES,
    UNIT_KINDS,
    AccountsYear,
    Adjustment,
    Asset,
    BudgetLine,
    CarryOver,
    Contract,
    Establishment,
    Income,
    Instalment,
    LastYear,
    Office,
    Payment,
    Project,
    Reason,
    Reception,
    Subject,
    Trip,
    Vehicle,
)
from kaocheng.money.registers import all_registers, entries_of, rows_of

GENERAL, OTHER = SOURCES[0], SOURCES[7]
BASIC, PROJECT = NATURES[0], NATURES[1]
RUN, SPECIAL = "2010301", "2010302"


def payment(number: str = "Z1", **changes: Any) -> Payment:
    """A payment of the small year: 100 元 of the electricity line."""
    base = Payment(
        number,
        date(2023, 3, 8),
        "301",
        "供电公司",
        "二月电费",
        RUN,
        "30206",
        BASIC,
        GENERAL,
        100_00,
    )
    return replace(base, **changes)


def small_year(**changes: Any) -> AccountsYear:
    """A year without a fault or a note, with an entry of every kind that controls look at."""
    year = AccountsYear(
        2023,
        "sichuan_2023",
        "青山县行政审批局",
        (Office("青山县行政审批局（本级）", "301", "行政单位"),),
        (Establishment("301", "行政", 12, 11),),
        (Project("X1", "大厅运行维护", "常年", SPECIAL, ("30209", "310")),),
        (
            BudgetLine("Y1", "301", RUN, "30206", BASIC, GENERAL, 1_000_00),
            BudgetLine("Y2", "301", SPECIAL, "30209", PROJECT, GENERAL, 80_000_00, "X1"),
        ),
        (Adjustment("T1", date(2023, 6, 30), "Y1", 500_00, "电价上调"),),
        (
            Income("S1", date(2023, 1, 5), "301", GENERAL, RUN, BASIC, 1_500_00),
            Income("S2", date(2023, 1, 5), "301", GENERAL, SPECIAL, PROJECT, 70_000_00),
        ),
        (payment(), _contracted()),
        (Contract("H1", date(2023, 2, 1), "物业公司", "X1", 72_000_00, "服务", small=True),),
        (Instalment("H1", date(2023, 6, 30), 60_000_00),),
        (CarryOver("301", GENERAL, PROJECT, SPECIAL, 10_000_00),),
        large_sum=50_000_00,
    )
    return replace(year, **changes)


def _contracted() -> Payment:
    return payment(
        "Z2",
        on=date(2023, 7, 3),
        payee="物业公司",
        purpose="上半年物业费",
        function=SPECIAL,
        economic="30209",
        nature=PROJECT,
        amount=60_000_00,
        project="X1",
        contract="H1",
        approval="〔2023〕5次党组会",
    )


def head(year: AccountsYear) -> Mapping[str, Any]:
    """What year.toml would say."""
    said: dict[str, Any] = {"year": year.year, "edition": year.edition}
    said |= {"department": year.department, "texts": year.texts}
    if year.large_sum is not None:
        said["large_sum"] = shown_amount(year.large_sum)
    return said


def shown_amount(cents: int) -> str:
    """An amount as it is written."""
    return f"{cents // 100}.{cents % 100:02d}"


def tables(year: AccountsYear) -> dict[str, list[list[str]]]:
    """The year as rows of texts by register name, heads first; kinds without entries left out."""
    found = {}
    for register in all_registers():
        if entries_of(year, register.kind):
            rows = [[column.title for column in register.columns]]
            for values in rows_of(year, register.kind):
                pairs = zip(register.columns, values, strict=True)
                rows.append([shown(column, value) for column, value in pairs])
            found[register.name] = rows
    return found


def listings(written: Mapping[str, list[list[str]]]) -> list[Listing]:
    """The rows as they would come from csv files."""
    return [Listing(f"{name}.csv", "", list(enumerate(rows, 1))) for name, rows in written.items()]


def read(
    year: AccountsYear, written: Mapping[str, list[list[str]]] | None = None
) -> tuple[AccountsYear | None, tuple[Fault, ...]]:
    """What reading the year's rows gives."""
    return read_year(head(year), listings(tables(year) if written is None else written))


def places(faults: Iterable[Fault]) -> list[tuple[str, int, str]]:
    """File, row and column of each fault."""
    return [(fault.file, fault.row, fault.column) for fault in faults]


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
).filter(lambda text: text not in {"合计", "总计", "小计", "共计"})
_NAMES = st.sampled_from(("收支总计", "本年收入合计", "“三公”经费", "机关运行经费"))
_SIZES = st.integers(1, 10**11)
_DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))
_FUNCTIONS = st.sampled_from((RUN, SPECIAL, "2010399", "2080505"))
_ECONOMICS = st.sampled_from(("30101", "30201", "30206", "30209", "30217", "31002"))


@st.composite
def legal_years(draw: st.DrawFn) -> AccountsYear:
    """A year that keeps every control: payments within their lines, balances never below zero."""
    offices = tuple(
        Office(f"单位{n}", f"30{n}", draw(st.sampled_from(UNIT_KINDS)), main=n == 1)
        for n in range(1, draw(st.integers(2, 3)))
    )
    projects = tuple(
        Project(f"X{n}", draw(_WORDS), draw(st.sampled_from(PROJECT_KINDS)), draw(_FUNCTIONS))
        for n in range(draw(st.integers(0, 2)))
    )
    budget = tuple(draw(_line(n, offices, projects)) for n in range(draw(st.integers(1, 5))))
    adjustments = tuple(
        Adjustment(f"T{n}", draw(_DAYS), draw(st.sampled_from(budget)).number, draw(_SIZES), "追加")
        for n in range(draw(st.integers(0, 3)))
    )
    payments = tuple(p for n, line in enumerate(budget) for p in draw(_payments(n, line)))
    income = tuple(
        Income(f"S{n}", draw(_DAYS), p.office, p.source, p.function, p.nature, abs(p.amount))
        for n, p in enumerate(payments)
    )
    return AccountsYear(
        2023, "sichuan_2023", draw(_WORDS), offices, draw(_posts(offices)), projects, budget,
        adjustments, income or (_first_income(offices),), payments, **draw(_others(offices)),
    )  # fmt: skip


def _first_income(offices: tuple[Office, ...]) -> Income:
    return Income("S0", date(2023, 1, 1), offices[0].code, OTHER, RUN, BASIC, 1)


@st.composite
def _line(
    draw: st.DrawFn, number: int, offices: tuple[Office, ...], projects: tuple[Project, ...]
) -> BudgetLine:
    office, economic, size = draw(st.sampled_from(offices)), draw(_ECONOMICS), draw(_SIZES)
    source = draw(st.sampled_from(SOURCES))
    if projects and draw(st.booleans()):
        project = draw(st.sampled_from(projects))
        return BudgetLine(
            f"Y{number}", office.code, project.function, economic, PROJECT, source, size,
            project.code,
        )  # fmt: skip
    return BudgetLine(f"Y{number}", office.code, draw(_FUNCTIONS), economic, BASIC, source, size)


@st.composite
def _payments(draw: st.DrawFn, number: int, line: BudgetLine) -> list[Payment]:
    """A few payments that together stay within the line, the last perhaps paid back."""
    made: list[Payment] = []
    left = line.amount
    for part in range(draw(st.integers(1, 3))):
        if left < 1:
            break
        amount = draw(st.integers(1, left))
        left -= amount
        made.append(
            Payment(
                f"Z{number}-{part}",
                date(2023, 1 + part, 1 + number),
                line.office,
                draw(_WORDS),
                draw(_WORDS),
                line.function,
                line.economic,
                line.nature,
                line.source,
                amount,
                line.project,
                approval="纪要1",
            )
        )
    if draw(st.booleans()):
        last = made[-1]
        back = replace(last, number=f"R{number}", on=date(2023, 12, 1), purpose="退回多付")
        made.append(replace(back, amount=-last.amount))
    return made


@st.composite
def _posts(draw: st.DrawFn, offices: tuple[Office, ...]) -> tuple[Establishment, ...]:
    kinds = draw(st.lists(st.sampled_from(POST_KINDS), unique=True))
    counts = st.integers(0, 9999)
    return tuple(Establishment(offices[0].code, k, draw(counts), draw(counts)) for k in kinds)


@st.composite
def _others(draw: st.DrawFn, offices: tuple[Office, ...]) -> dict[str, Any]:
    few = st.integers(0, 2)
    contracts = tuple(
        Contract(
            f"H{n}", draw(_DAYS), draw(_WORDS), "", draw(_SIZES) + 10,
            draw(st.sampled_from(PURCHASE_KINDS)), small=True, micro=draw(st.booleans()),
            procurement=draw(st.booleans()), paid_before=draw(st.integers(0, 10)),
        )
        for n in range(draw(few))
    )  # fmt: skip
    return {
        "contracts": contracts,
        "instalments": tuple(Instalment(c.number, date(2024, 1, 31), c.amount) for c in contracts),
        "carried": tuple(
            CarryOver(offices[0].code, source, PROJECT, SPECIAL, draw(_SIZES), draw(st.booleans()))
            for source in draw(st.lists(st.sampled_from(SOURCES), unique=True))
        ),
        "receptions": tuple(
            Reception(f"J{n}", draw(_DAYS), draw(_WORDS), draw(st.integers(1, 99)), draw(_SIZES))
            for n in range(draw(few))
        ),
        "trips": tuple(
            Trip(f"C{n}", draw(_DAYS), draw(_WORDS), draw(st.integers(1, 9)), draw(_SIZES))
            for n in range(draw(few))
        ),
        "vehicles": tuple(
            Vehicle(f"L{n}", draw(_WORDS), draw(_WORDS), draw(st.none() | _DAYS), draw(_SIZES))
            for n in range(draw(few))
        ),
        "assets": tuple(Asset(f"A{n}", draw(_WORDS), draw(_SIZES)) for n in range(draw(few))),
        "last_year": tuple(
            LastYear(name, draw(st.integers(-(10**9), 10**11)))
            for name in draw(st.lists(_NAMES, unique=True, max_size=3))
        ),
        "reasons": tuple(
            Reason(about, draw(_WORDS))
            for about in (RECEPTIONS, *draw(st.lists(_NAMES, unique=True, max_size=3)))
        ),
        "subjects": draw(
            st.sampled_from(((), (Subject("2011199", "其他纪检监察", "2023年科目"),)))
        ),
        "texts": draw(st.dictionaries(_WORDS, st.text(st.characters(codec="utf-8")), max_size=2)),
        "large_sum": draw(st.none() | _SIZES),
    }

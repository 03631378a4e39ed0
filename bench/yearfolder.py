"""A legal year of very many payments as a folder of csv lists (大年度账), for bench.money."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kaocheng.cli.years import write
from kaocheng.editions.codes import dictionary
from kaocheng.money.records import (
    UNIT_KINDS,
    AccountsYear,
    BudgetLine,
    Income,
    Office,
    Payment,
    Project,
)

_OFFICES, _PROJECTS, _SHAPES = 30, 40, 20_000
_BASIC = ("2010301", "2010350", "2010399", "2080505", "2101101", "2210201")
_SPECIAL = "2010302"
_SOURCES = ("一般公共预算财政拨款", "事业收入", "其他收入")
_MOST = 1_000_000  # in 分, below 大额资金标准


def folder(path: Path, count: int) -> None:
    """Write the year, payments, budget and income as csv; nothing in it is at fault."""
    chance = random.Random(7)  # noqa: S311
    economics = [code for code in dictionary() if code[0] == "3" and len(code) == 5]
    shapes = [_shape(economics, chance) for _ in range(_SHAPES)]
    paid = tuple(_payment(n, count, chance.choice(shapes), chance) for n in range(count))
    write(path, _year(paid), separated=frozenset({"payments", "budget", "income"}))


def _shape(economics: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    project = f"P{chance.randrange(_PROJECTS)}" if chance.random() < 0.5 else ""
    return (
        f"{chance.randrange(_OFFICES):03}", _SPECIAL if project else chance.choice(_BASIC),
        chance.choice(economics), "项目支出" if project else "基本支出", chance.choice(_SOURCES),
        project,
    )  # fmt: skip


def _payment(number: int, count: int, shape: tuple[str, ...], chance: random.Random) -> Payment:
    office, function, economic, nature, source, project = shape
    on = date(2023, 1 + number * 12 // count, 1 + number % 28)
    return Payment(
        f"Z{number:07}", on, office, f"收款人{number % 5000}", "用途", function, economic, nature,
        source, chance.randrange(1, _MOST), project,
    )  # fmt: skip


def _year(paid: tuple[Payment, ...]) -> AccountsYear:
    lines: dict[tuple[str, ...], int] = {}
    incomes: dict[tuple[str, ...], int] = {}
    for p in paid:
        line = (p.office, p.function, p.economic, p.nature, p.source, p.project)
        group = (p.office, p.source, p.function, p.nature)
        lines[line] = lines.get(line, 0) + p.amount
        incomes[group] = incomes.get(group, 0) + p.amount
    return AccountsYear(
        2023,
        "sichuan_2023",
        "某局",
        tuple(Office(f"单位{n}", f"{n:03}", UNIT_KINDS[n % 3], n == 0) for n in range(_OFFICES)),
        projects=tuple(Project(f"P{n}", f"项目{n}", "常年", _SPECIAL) for n in range(_PROJECTS)),
        budget=tuple(
            BudgetLine(f"Y{n}", *line[:5], amount, line[5])
            for n, (line, amount) in enumerate(lines.items())
        ),
        income=tuple(
            Income(f"S{n}", date(2023, 1, 1), *group, amount)
            for n, (group, amount) in enumerate(incomes.items())
        ),
        payments=paid,
    )

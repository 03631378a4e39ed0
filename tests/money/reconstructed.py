"""A published year rebuilt as entries from its figures alone (还原的账)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kaocheng.money.records import (
    AccountsYear,
    BudgetLine,
    CarryOver,
    Contract,
    Income,
    Office,
    Payment,
    Project,
    Reception,
)

GENERAL = "一般公共预算财政拨款"
_FOLDER = Path(__file__).parent / "published"
_PARTS, _WAN = 3, 10_000


def rebuilt(name: str) -> AccountsYear:
    """The year of that file, its amounts cut into several payments each."""
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return AccountsYear(
        year=data["year"],
        edition=data["edition"],
        department=data["department"],
        offices=(Office(data["department"], "001", data["kind"]),),
        projects=tuple(
            Project(p["code"], p["name"], "常年项目", p["function"]) for p in data["project"]
        ),
        budget=(_budget(data),),
        income=tuple(_income(data)),
        payments=tuple(_payments(data)),
        carried=tuple(_carried(data)),
        receptions=tuple(_receptions(data["reception"])),
    )


def narrated(name: str) -> tuple[AccountsYear, dict[str, str]]:
    """The year of a file that holds payments in 万元, and what its narrative prints by total."""
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    on, spent = date(data["year"], 6, 1), data["payments"]
    payments = [
        Payment(f"Z{n}", on, "001", "", "", *where[:4], cents(amount) * _WAN, where[4],
                "H1" if where[1] == data["bought"] else "")
        for n, (*where, amount) in enumerate(spent, 1)
    ]  # fmt: skip
    income = [
        Income(f"S{n}", on, "001", p.source, p.function, p.nature, p.amount)
        for n, p in enumerate(payments, 1)
    ]
    year = AccountsYear(
        data["year"], data["edition"], data["department"],
        (Office(data["department"], "001", data["kind"]),),
        projects=tuple(Project(w[4], w[4], "常年项目", w[0]) for w in spent if w[4]),
        income=tuple(income), payments=tuple(payments),
        contracts=(Contract("H1", on, "供应商", "", 0, "货物"),),
        receptions=tuple(_receptions({**data["reception"], "wan": _WAN})),
    )  # fmt: skip
    return year, data["printed"]


def cents(text: str) -> int:
    """元 as written in 分."""
    return int(Decimal(text) * 100)


def _budget(data: dict[str, Any]) -> BudgetLine:
    amount = cents(data["reception"]["budget"])
    return BudgetLine("Y1", "001", "2010301", "30217", "基本支出", GENERAL, amount)


def _income(data: dict[str, Any]) -> Iterator[Income]:
    for function, amounts in data["income"].items():
        for nature, amount in zip(("基本支出", "项目支出"), amounts, strict=True):
            if cents(amount):
                number = f"S{function}{nature[0]}"
                on = date(data["year"], 3, 1)
                yield Income(number, on, "001", GENERAL, function, nature, cents(amount))


def _carried(data: dict[str, Any]) -> Iterator[CarryOver]:
    for raw in data["carried"]:
        yield CarryOver("001", raw["source"], raw["nature"], raw["function"], cents(raw["amount"]))


def _payments(data: dict[str, Any]) -> Iterator[Payment]:
    elsewhere, other = data["elsewhere"], data["other"]
    for economic, amount in data["basic"].items():
        function = elsewhere.get(economic, "2010301")
        yield from _split(data, (function, economic, "基本支出", GENERAL, ""), amount)
    where = (other["function"], other["economic"], "基本支出", other["source"], "")
    yield from _split(data, where, other["amount"])
    for project in data["project"]:
        for economic, amount in project["payments"].items():
            where = (project["function"], economic, "项目支出", GENERAL, project["code"])
            yield from _split(data, where, amount)


def _split(data: dict[str, Any], where: tuple[str, ...], amount: str) -> Iterator[Payment]:
    function, economic, nature, source, project = where
    whole = cents(amount)
    shares = [whole // _PARTS] * (_PARTS - 1)
    for number, share in enumerate([*shares, whole - sum(shares)], 1):
        yield Payment(
            f"{function}-{economic}-{source[0]}{project}-{number}", date(data["year"], 6, number),
            "001", "", "", function, economic, nature, source, share, project,
        )  # fmt: skip


def _receptions(raw: dict[str, Any]) -> Iterator[Reception]:
    whole, times, people = cents(raw["amount"]) * raw.get("wan", 1), raw["times"], raw["people"]
    for number in range(1, times + 1):
        last = number == times
        amount = whole - whole // times * (times - 1) if last else whole // times
        crowd = people - people // times * (times - 1) if last else people // times
        yield Reception(f"J{number}", date(2020, 1 + number % 12, 5), "来访单位", crowd, amount)

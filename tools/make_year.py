"""Writes examples/year, the made-up year 2023 of 青禾县行政审批局: the same bytes each time.

Run from the repository root: .venv/bin/python tools/make_year.py
"""

from __future__ import annotations

import csv
import random
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import year_goals as goals
import year_lines as money
from year_words import LAST_YEAR, REASONS, TOML

from kaocheng.kernel.registers import Register
from kaocheng.money.registers import all_registers
from kaocheng.performance.folder import all_registers as performance_registers

EXAMPLE = Path(__file__).parent.parent / "examples" / "year"
OFFICE = "301001"
Row = dict[str, str]


class Year:
    """The year while it is made; `random` is seeded, so that it is always the same year."""

    def __init__(self) -> None:
        self.random = random.Random(2023)  # noqa: S311  # a made-up year needs no secrets
        self.rows: dict[str, list[Row]] = {}

    def add(self, kind: str, /, **values: object) -> None:
        """One entry."""
        self.rows.setdefault(kind, []).append({k: str(v) for k, v in values.items() if v != ""})

    def day(self, month: int) -> date:
        """A working day of a month."""
        found = date(2023, month, self.random.randint(3, 27))
        while found.weekday() > 4:
            found += timedelta(1)
        return found

    def split(self, cents: int, count: int) -> list[int]:
        """A sum in 分 as so many payments of uneven size."""
        shares = [self.random.uniform(0.4, 1.6) for _ in range(count)]
        parts = [int(cents * share / sum(shares)) for share in shares]
        parts[-1] += cents - sum(parts)
        return parts


def cents(yuan: str) -> int:
    """An amount in 分."""
    return int(Decimal(yuan) * 100)


def yuan(amount: int) -> str:
    """An amount in yuan with two decimals."""
    return f"{Decimal(amount) / 100:.2f}"


def main(folder: Path = EXAMPLE) -> None:
    """Make the year and write it into a folder."""
    year = Year()
    _standing(year)
    _budget(year)
    _payments(year)
    _income(year)
    _performance(year)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.csv"):
        old.unlink()
    (folder / "year.toml").write_text(TOML, encoding="utf-8")
    for register in (*all_registers(), *performance_registers()):
        _write(folder, register, year.rows.get(register.kind, []))


def _standing(year: Year) -> None:
    year.add("offices", code=OFFICE, name="青禾县行政审批局", kind="行政单位", main="是")
    for kind, posts, people in (("行政", 10, 9), ("事业", 23, 21), ("工勤", 6, 5)):
        year.add(
            "establishments",
            office=OFFICE,
            kind=kind,
            posts=posts,
            people=people,
            basis="青编发〔2019〕6号",
        )
    for code, name, kind, function, economics, purpose in money.PROJECTS:
        year.add(
            "projects",
            code=code,
            name=name,
            kind=kind,
            function=function,
            economics=economics,
            purpose=purpose,
        )
    for number, on, supplier, project, amount, kind, small, micro, bought in money.CONTRACTS:
        year.add(
            "contracts", number=number, on=on, supplier=supplier, project=project, amount=amount,
            kind=kind, small=small, micro=micro, procurement=bought,
        )  # fmt: skip
        year.add("instalments", contract=number, due="2023-12-20", amount=amount)
    for source, nature, function, amount, surplus in money.CARRIED:
        year.add(
            "carried", office=OFFICE, source=source, nature=nature, function=function,
            amount=amount, surplus=surplus,
        )  # fmt: skip
    for name, amount in LAST_YEAR:
        year.add("last_year", name=name, amount=amount)
    for about, words in REASONS:
        year.add("reasons", about=about, words=words)


def _budget(year: Year) -> None:
    for at, (function, economic, nature, source, project, budget, *_) in enumerate(
        money.lines(), 1
    ):
        year.add(
            "budget", number=f"YS{at:03d}", office=OFFICE, function=function, economic=economic,
            nature=nature, source=source, project=project, amount=budget,
        )  # fmt: skip
    for at, (what, on, amount, reason, paper) in enumerate(money.ADJUSTMENTS, 1):
        line = _line(what)
        year.add(
            "adjustments",
            number=f"TZ{at:03d}",
            on=on,
            line=line,
            amount=amount,
            reason=reason,
            meeting=paper,
        )


def _line(what: str) -> str:
    """The number of the budget line of a 功能 or project and an 经济科目."""
    first, economic = what.split()
    for at, (function, of, _, source, project, *_) in enumerate(money.lines(), 1):
        if of == economic and (project or function) == first and source != money.OTHER:
            return f"YS{at:03d}"
    raise LookupError(what)


def _payments(year: Year) -> None:
    found: list[tuple[date, Row]] = []
    for at, line in enumerate(money.lines(), 1):
        found += _paid(year, f"YS{at:03d}", *line)
    found.sort(key=lambda pair: pair[0])
    for at, (on, row) in enumerate(found, 1):
        year.add("payments", number=f"ZF{at:04d}", on=on.isoformat(), **row)


def _paid(  # noqa: PLR0917
    year: Year, number: str, function: str, economic: str, nature: str, source: str, project: str,
    budget: str, spent: str, count: str, contract: str = "",
) -> list[tuple[date, Row]]:  # fmt: skip
    """The payments of a line, none before the money is there."""
    amounts = _receptions(year) if economic == "30217" else year.split(cents(spent), int(count))
    days = sorted(year.day(1 + 12 * at // len(amounts)) for at in range(len(amounts)))
    signed = {row[0]: date.fromisoformat(row[1]) for row in money.CONTRACTS}
    given, later = cents(budget), _given(year, number)
    found, paid = [], 0
    for on, amount in zip(days, amounts, strict=True):
        day = max(on, signed.get(contract, on))
        while later and paid + amount > given:
            since, more = later.pop(0)
            given, day = given + more, max(day, since)
        day = max([day, *(one for one, _ in found[-1:])])
        paid += amount
        row = {
            "office": OFFICE, "payee": _payee(economic, contract), "function": function,
            "purpose": f"{day.month}月{money.PURPOSES[economic]}", "economic": economic,
            "nature": nature, "source": source, "project": project, "contract": contract,
            "approval": f"〔2023〕{day.month + 2}次局务会" if amount >= 50_000_00 else "",
            "amount": yuan(amount),
        }  # fmt: skip
        found.append((day, row))
    return found


def _given(year: Year, number: str) -> list[tuple[date, int]]:
    changes = [row for row in year.rows["adjustments"] if row["line"] == number]
    return [
        (date.fromisoformat(row["on"]), cents(row["amount"]))
        for row in changes
        if not row["amount"].startswith("-")
    ]


def _payee(economic: str, contract: str) -> str:
    suppliers = {row[0]: row[2] for row in money.CONTRACTS}
    return suppliers.get(contract) or money.PAYEES.get(economic) or money.PAYEES[economic[:3]]


def _receptions(year: Year) -> list[int]:
    """The receptions, each 16th of the year, and what each cost; together the line's 15236.00."""
    people = [count for _, count in money.RECEPTIONS]
    amounts = [count * 89_00 + 1_06 for count in people]
    amounts[-1] += cents("15236.00") - sum(amounts)
    for at, ((visitors, count), amount) in enumerate(
        zip(money.RECEPTIONS, amounts, strict=True), 1
    ):
        on = date(2023, 1 + (at - 1) * 12 // 16, 10)
        year.add(
            "receptions",
            number=f"JD{at:02d}",
            on=on,
            visitors=visitors,
            people=count,
            amount=yuan(amount),
            foreign="否",
        )
    return amounts


def _income(year: Year) -> None:
    """Every month a twelfth of what the budget gives in the year, less what was carried over."""
    wanted: dict[tuple[str, str, str], int] = {}
    changes = {row["line"]: cents(row["amount"]) for row in year.rows["adjustments"]}
    for row in year.rows["budget"]:
        key = row["source"], row["function"], row["nature"]
        given = cents(row["amount"]) + changes.get(row["number"], 0)
        wanted[key] = wanted.get(key, 0) + given
    for source, nature, function, amount, _ in money.CARRIED:
        wanted[source, function, nature] -= cents(amount)
    wanted[money.OTHER, "2010301", money.BASIC] = cents(money.OTHER_INCOME)
    number = 0
    for (source, function, nature), total in wanted.items():
        for month in range(1, 13):
            number += 1
            part = total * month // 12 - total * (month - 1) // 12
            year.add(
                "income", number=f"SR{number:03d}", on=date(2023, month, 3), office=OFFICE,
                source=source, function=function, nature=nature, amount=yuan(part),
            )  # fmt: skip


def _performance(year: Year) -> None:
    for kind, rows in goals.entries():
        for row in rows:
            year.add(kind, **row)


def _write(folder: Path, register: Register, rows: list[Row]) -> None:
    """One file a register; payments one a month."""
    heads = [(column.field, column.title) for column in register.columns]
    parts = {register.name: rows}
    if register.kind == "payments":
        parts = {
            f"{register.name}-{m:02d}月": [r for r in rows if int(r["on"][5:7]) == m]
            for m in range(1, 13)
        }
    for name, part in parts.items():
        if not part:
            continue
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([title for _, title in heads])
            writer.writerows([row.get(field, "") for field, _ in heads] for row in part)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

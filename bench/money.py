"""How fast a million payments become all account tables (速度), beside plain SQL and csv reading.

python -m bench.money [count]            # payments in memory
python -m bench.money --files [count]    # from a folder of csv lists, every control applied

`--files` writes the folder in a process of its own, so that the peak is that of reading.
"""

from __future__ import annotations

import csv
import gc
import io
import multiprocessing
import random
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from bench.yearfolder import folder
from kaocheng.cli.main import COLLECTED_AFTER
from kaocheng.cli.years import Loaded, load
from kaocheng.editions.codes import dictionary
from kaocheng.money.accounts import sheets
from kaocheng.money.books import Books
from kaocheng.money.measures import totals
from kaocheng.money.records import (
    SOURCES,
    UNIT_KINDS,
    AccountsYear,
    Income,
    Office,
    Payment,
    Project,
)
from kaocheng.reading.lists import lists

COUNT = 1_000_000
_FUNCTIONS = ("2010301", "2010302", "2010350", "2010399", "2080505", "2101101", "2210201")
_OFFICES = 30
_PROJECTS = 40
_KIB_PER_MIB = 1024
_ON = date(2023, 6, 1)


def payments(count: int, chance: random.Random) -> tuple[Payment, ...]:
    """Payments spread over offices, codes, sources and projects, each with its own texts."""
    economics = [code for code in dictionary() if code[0] == "3" and len(code) == 5]
    shapes = [_shape(economics, chance) for _ in range(20_000)]
    return tuple(_payment(number, chance.choice(shapes), chance) for number in range(count))


def _shape(economics: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    project = f"P{chance.randrange(_PROJECTS)}" if chance.random() < 0.5 else ""
    return (
        f"{chance.randrange(_OFFICES):03}", chance.choice(_FUNCTIONS), chance.choice(economics),
        "项目支出" if project else "基本支出", chance.choice(SOURCES), project,
    )  # fmt: skip


def _payment(number: int, shape: tuple[str, ...], chance: random.Random) -> Payment:
    office, function, economic, nature, source, project = shape
    return Payment(
        f"Z{number:07}", _ON, office, f"收款人{number % 5000}", "用途", function, economic, nature,
        source, chance.randrange(1, 10_000_000), project,
    )  # fmt: skip


def year(paid: tuple[Payment, ...]) -> AccountsYear:
    """A year of these payments, everything spent having come in."""
    offices = tuple(
        Office(f"单位{n}", f"{n:03}", UNIT_KINDS[n % 3], n == 0) for n in range(_OFFICES)
    )
    projects = tuple(Project(f"P{n}", f"项目{n}", "常年项目", "2010302") for n in range(_PROJECTS))
    spent: dict[tuple[str, ...], int] = {}
    for p in paid:
        group = (p.office, p.source, p.function, p.nature)
        spent[group] = spent.get(group, 0) + p.amount
    income = tuple(
        Income(f"S{n}", _ON, *group, amount) for n, (group, amount) in enumerate(spent.items())
    )
    return AccountsYear(
        2023, "sichuan_2023", "某局", offices, projects=projects, income=income, payments=paid
    )


def all_tables(made: AccountsYear) -> int:
    """Every table and every named total."""
    books = Books(made)
    return len(sheets(made, books=books)) + len(totals(made, books))


def timed(what: str, work: Callable[[], object]) -> None:
    """Do it once and print seconds by the clock and of the processor, and the peak memory so far."""
    clock, processor = perf_counter(), process_time()
    work()
    spent = f"{perf_counter() - clock:7.2f} s   cpu {process_time() - processor:6.2f} s"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    print(f"{what:<28}{spent}   peak {memory:5.0f} MiB")


def sql(paid: tuple[Payment, ...]) -> Callable[[], object]:
    """The same grouping in SQL, in memory, the rows already there; nothing but the grouping."""
    base = sqlite3.connect(":memory:")
    base.execute("create table p (office, function, economic, nature, source, project, amount)")
    rows = (
        (p.office, p.function, p.economic, p.nature, p.source, p.project, p.amount) for p in paid
    )
    base.executemany("insert into p values (?, ?, ?, ?, ?, ?, ?)", rows)
    grouping = "select sum(amount), count(*) from p group by 1, 2, 3, 4, 5, 6"
    columns = "office, function, economic, nature, source, project"
    query = grouping.replace("select", f"select {columns},")
    return lambda: base.execute(query).fetchall()


def read_back(paid: tuple[Payment, ...]) -> Callable[[], object]:
    """Reading the payments from csv, in memory, and doing nothing with them."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(
        (p.number, p.on, p.office, p.payee, p.purpose, p.function, p.economic, p.nature, p.source,
         p.amount, p.project) for p in paid
    )  # fmt: skip
    text = buffer.getvalue()
    return lambda: sum(1 for _ in csv.reader(io.StringIO(text)))


def in_memory(count: int) -> None:
    """All tables first, so that its peak is its own; then the references."""
    made = year(payments(count, random.Random(7)))  # noqa: S311
    print(f"{count:,} payments in memory")
    timed("entries to all tables", lambda: all_tables(made))
    timed("reference: csv reading", read_back(made.payments))
    timed("reference: SQLite group by", sql(made.payments))


def from_files(count: int) -> None:
    """The folder read with all its controls, then all tables; beside it bare csv reading."""
    gc.set_threshold(COLLECTED_AFTER)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "year"
        writer = multiprocessing.get_context("spawn").Process(target=folder, args=(path, count))
        writer.start()
        writer.join()
        print(f"{count:,} payments in files")
        found: list[Loaded] = []
        timed("files to a clean year", lambda: found.append(load(path)))
        accounts = found[0].accounts
        if accounts is None:
            raise SystemExit(str(found[0].faults[:3]))
        timed("entries to all tables", lambda: all_tables(accounts))
        rows = lists(path / "支付.csv")[0].rows
        timed("reference: csv reading", lambda: sum(1 for _ in rows))


def main(words: Sequence[str]) -> None:
    """Measure what was asked for."""
    numbers = [int(word) for word in words if word.isdigit()]
    (from_files if "--files" in words else in_memory)(numbers[0] if numbers else COUNT)


if __name__ == "__main__":
    main(sys.argv[1:])

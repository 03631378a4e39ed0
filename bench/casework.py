"""What the processes of bench.cases do (办件快慢的各道工作): prepare a store, walk cases, repeat statements."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Any

ROUTE = (
    ("accept", "clerk", {}),
    ("finish_task", "house", {"task": "house", "opinion": "通过"}),
    ("finish_task", "fireman", {"task": "fire", "opinion": "通过"}),
    ("grant", "chief", {"certificate": "证0001"}),
    ("close", "issuer", {}),
    ("deliver", "issuer", {"mode": "现场", "receiver": "本人"}),
)
"""The way of a case after it was opened: 受理, two tasks side by side, 决定, 办结, 出件."""
AHEAD = "BENCH_AHEAD"
"""Set in the environment: while it is measured, the work goes before all other work on the machine (as root, and
on SQLite alone, for a server would have to wait)."""
NUMBER, CODE = "\x00NUMBER\x00", "\x00CODE\x00"


@dataclass
class Statement:
    """A statement as it was sent: parameters may hold the marks above, or the place of an id given before."""

    sql: str
    parameters: list[Any]
    ids: dict[tuple[int, int], int] = field(default_factory=dict)
    gives: bool = False


Step = list[Statement]
_READY: dict[str, Any] = {}


def prepare(address: str, fill: bool = False) -> bool:  # noqa: FBT001, FBT002  # one flag of a process
    """Set Django up on this store; with `fill`, make its tables, people and item."""
    if "people" not in _READY:
        os.environ["KAOCHENG_DATABASE_URL"] = address
        os.environ["KAOCHENG_STORE"] = tempfile.mkdtemp(prefix="kaocheng-bench-store-")
        os.environ["DJANGO_SETTINGS_MODULE"] = "kaocheng.site.settings"
        import django  # noqa: PLC0415  # needs the settings above

        django.setup()
        from bench import casepeople  # noqa: PLC0415  # needs Django set up

        if fill:
            casepeople.fill()
        _READY["people"] = casepeople.people()
        _READY["module"] = casepeople
    return True


def through_services(
    address: str, process: int, count: int, steps: list[Step]
) -> Callable[[], None]:
    """So many cases by the services, ready to begin."""
    prepare(address)
    at = _READY["module"].MONDAY + timedelta(minutes=process)
    walk(at)  # what is kept between cases is kept
    first = at + timedelta(seconds=1)
    return lambda: [walk(first + timedelta(seconds=number)) for number in range(count)] and None


def walk(at: datetime, mark: Callable[[], None] = lambda: None) -> str:
    """One case from the window to the hand-over; its number."""
    module, people = _READY["module"], _READY["people"]
    row = module.open_one(people, at)
    mark()
    for move, who, given in ROUTE:
        at += timedelta(minutes=1)
        module.move_one(people, who, row.number, move, given, at)
        mark()
    return str(row.number)


def record(address: str) -> list[Step]:
    """The statements of one case, transaction by transaction, with marks for what differs next time."""
    prepare(address)
    from django.db import connection  # noqa: PLC0415  # needs Django set up

    at = _READY["module"].MONDAY
    walk(at)  # once before, so that what is kept is kept
    taken: list[list[tuple[str, Any, Any]]] = [[]]
    with connection.execute_wrapper(partial(_note, taken)):
        number = walk(at + timedelta(minutes=10), lambda: taken.append([]))
    code = _READY["module"].code_of(number)
    return _marked([step for step in taken if step], number, code)


def _note(taken: Any, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
    result = execute(sql, params, many, context)
    taken[-1].append((sql, params, context["cursor"]))
    if "RETURNING" in sql and 'INTO "cases_storedcase"' in sql:
        rows = context["cursor"].fetchall()
        taken[-1][-1] = (sql, params, [row[0] for row in rows])
        context["cursor"].cursor = _Again(rows, context["cursor"].cursor)
    return result


class _Again:
    """Rows that were looked at once, given to who asked for them."""

    def __init__(self, rows: list[Any], cursor: Any) -> None:
        self.rows, self.cursor = rows, cursor

    def fetchall(self) -> list[Any]:
        return self.rows

    def fetchone(self) -> Any:
        return self.rows[0]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)


def _marked(taken: list[list[tuple[str, Any, Any]]], number: str, code: str) -> list[Step]:
    given: dict[int, int] = {}
    steps = []
    for step in taken:
        made: Step = []
        for sql, params, result in step:
            values = [_mark(value, number, code) for value in params or ()]
            ids = dict(_places(values, given))
            gives = isinstance(result, list)
            if gives:
                given.update({found: index for index, found in enumerate(result, len(given))})
            made.append(Statement(sql, values, ids, gives))
        steps.append(made)
    return steps


def _places(values: list[Any], given: dict[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Where ids given before stand: alone, or inside a list of them."""
    for place, value in enumerate(values):
        inside = value if isinstance(value, list) else [value]
        for inner, found in enumerate(inside):
            if isinstance(found, int) and not isinstance(found, bool) and found in given:
                yield (place, inner), given[found]


def _mark(value: Any, number: str, code: str) -> Any:
    if isinstance(value, list):
        return [_mark(part, number, code) for part in value]
    if isinstance(value, str):
        return value.replace(number, NUMBER).replace(code, CODE)
    return value


def plain(address: str, process: int, count: int, steps: list[Step]) -> Callable[[], None]:
    """The same statements for so many cases, by the driver alone, ready to be sent."""
    prepare(address)
    from django.db import connection  # noqa: PLC0415  # needs Django set up

    connection.ensure_connection()
    driver = connection.connection
    sqlite = connection.vendor == "sqlite"
    ready = [_ready(steps, f"9{process}{number:08}", sqlite) for number in range(count + 1)]
    _send(driver, ready.pop(), sqlite)
    return lambda: [_send(driver, case, sqlite) for case in ready] and None


WORKS = {"services": through_services, "plain": plain}


def worker(pipe: Any, work: str, address: str, process: int, count: int, steps: list[Step]) -> None:
    """Make a work ready, say so, begin when told, say from when to when it took."""
    run = WORKS[work](address, process, count, steps)
    pipe.send("ready")
    pipe.recv()
    if os.environ.get(AHEAD):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    begun = monotonic()
    run()
    pipe.send((begun, monotonic()))


def _ready(steps: list[Step], name: str, sqlite: bool) -> list[Step]:  # noqa: FBT001
    return [
        [
            Statement(
                s.sql.replace("%s", "?") if sqlite else s.sql,
                [_named(value, name) for value in s.parameters],
                s.ids,
                s.gives,
            )
            for s in step
        ]
        for step in steps
    ]


def _named(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return [_named(part, name) for part in value]
    if isinstance(value, str):
        return value.replace(NUMBER, name).replace(CODE, name)
    return value


def _send(driver: Any, case: Sequence[Step], sqlite: bool) -> None:  # noqa: FBT001
    ids: list[int] = []
    cursor = driver.cursor()
    for step in case:
        if not sqlite:  # there the statement that begins is the driver's own
            cursor.execute("BEGIN")
        for statement in step:
            values = statement.parameters
            for (place, inner), index in statement.ids.items():
                if isinstance(values[place], list):
                    values[place][inner] = ids[index]
                else:
                    values[place] = ids[index]
            cursor.execute(statement.sql, values)
            if statement.gives:
                ids.extend(row[0] for row in cursor.fetchall())
            else:
                with suppress(Exception):
                    cursor.fetchall()
        cursor.execute("COMMIT")

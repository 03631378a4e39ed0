"""The pages bench.pages asks for, and how long each took: by the clock, and of the processors."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection
from django.test import Client
from django.utils import timezone

from kaocheng.cases.states import State
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of a page, each time it was asked for: by the clock, and of the processors."""

    who: str
    page: str
    wall: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)


def times(count: int, only: str = "") -> Iterator[Taken]:
    """Each page, asked for so many times; with `only`, those whose name holds it."""
    used = _processor()
    yield from (_taken(who, page, count, used) for who, page in _pages() if only in f"{who} {page}")


def _pages() -> Iterator[tuple[str, str]]:
    row = StoredCase.objects.filter(state=State.EXAMINING.value).order_by("-pk")[0]
    yield "supervisor", "/health/"
    everybody = "", "?state=审查", "?state=已出件", "?state=不予受理", "?channel=邮寄", "?due=late"
    listed = itertools.product(("supervisor", "clerk", "house", "sparse"), everybody)
    yield from ((who, f"/desk/cases/{asked}") for who, asked in listed)
    more = (
        "?item=P1007", "?item=第7类", "?item=场所", "?item=没有的事项", "?state=撤回&channel=自助",
        f"?number={row.number[:14]}", "?since=2022-01-01&until=2022-01-31",
        "?since=2020-01-01&state=退件", "?unit=D0021", "?unit=D0021&channel=邮寄", f"{row.number}/",
    )  # fmt: skip
    yield from (("supervisor", f"/desk/cases/{asked}") for asked in more)
    few = (
        "?item=P1007",
        "?since=2022-01-01&until=2022-01-31",
        "?state=已出件&channel=邮寄",
        "?order=oldest",
    )
    yield from (("sparse", f"/desk/cases/{asked}") for asked in few)
    watched = itertools.product(("supervisor", "manager"), ("", "late/", *_measures()))
    yield from ((who, f"/supervision/{page}") for who, page in watched)
    yield from ((who, "/desk/") for who in ("clerk", "house", "sparse", "chief", "issuer"))
    yield from (("clerk", f"/desk/?number={row.number[-5:]}"), ("citizen", "/my/"))


def _measures() -> tuple[str, ...]:
    """运行指标 of the last whole year: the page, and the figures it fetches."""
    year = timezone.localdate().year - 1
    asked = f"?first={year}-01-01&last={year}-12-31"
    return f"measures/{asked}", f"measures/figures/{asked}"


def _taken(who: str, page: str, count: int, used: Callable[[], float]) -> Taken:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Account.objects.get(username=who))
    taken = Taken(who, page)
    for turn in range(count + 1):
        spent, begun = used(), time.perf_counter()
        answer = client.get(page)
        wall = time.perf_counter() - begun
        if answer.status_code not in {200, 302}:
            raise RuntimeError(f"{who} {page}: {answer.status_code}")
        if turn:  # the first one warms what is kept
            taken.wall.append(wall)
            taken.spent.append(used() - spent)
    return taken


def _processor() -> Callable[[], float]:
    """Seconds spent by this process and, where it can be read, by the one that serves it at the database."""
    if connection.vendor != "postgresql":
        return time.process_time
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    if not told.exists():
        return time.process_time
    return lambda: time.process_time() + int(told.read_text().split()[0]) / 1e9

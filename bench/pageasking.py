"""The pages bench.pages asks for, and how long each took."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence

from django.test import Client

from kaocheng.cases.states import State
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase


def times(count: int) -> list[tuple[str, str, list[float]]]:
    """Seconds of each page, asked for so many times."""
    return [(who, page, list(_taken(who, page, count))) for who, page in _pages()]


def _pages() -> Iterator[tuple[str, str]]:
    row = StoredCase.objects.filter(state=State.EXAMINING.value).order_by("-pk")[0]
    yield "supervisor", "/health/"
    everybody = "", "?state=审查", "?state=已出件", "?state=不予受理", "?channel=邮寄", "?due=late"
    listed = itertools.product(("supervisor", "clerk", "house", "sparse"), everybody)
    yield from ((who, f"/desk/cases/{asked}") for who, asked in listed)
    more = (
        "?item=P1007", "?item=第7类", "?item=场所", "?item=没有的事项", "?state=撤回&channel=自助",
        f"?number={row.number[:14]}", "?since=2022-01-01&until=2022-01-31",
        "?since=2020-01-01&state=退件", f"{row.number}/",
    )  # fmt: skip
    yield from (("supervisor", f"/desk/cases/{asked}") for asked in more)
    yield from (("supervisor", "/supervision/"), ("supervisor", "/supervision/late/"))
    yield from ((who, "/desk/") for who in ("clerk", "house", "sparse", "chief", "issuer"))
    yield from (("clerk", f"/desk/?number={row.number[-5:]}"), ("citizen", "/my/"))


def _taken(who: str, page: str, count: int) -> Sequence[float]:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Account.objects.get(username=who))
    taken = []
    for turn in range(count + 1):
        begun = time.perf_counter()
        answer = client.get(page)
        spent = time.perf_counter() - begun
        if answer.status_code not in {200, 302}:
            raise RuntimeError(f"{who} {page}: {answer.status_code}")
        if turn:  # the first one warms what is kept
            taken.append(spent)
    return taken

"""The store of bench.pages: a county's cases of several years, and the pages asked of it."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.test import Client
from django.utils import timezone

from bench import casepeople
from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.serving.stores import collect_static

BATCH = 5_000
OPEN_EACH = 50
"""One case in so many is still open."""
APPLICANTS = 5_000
YEARS = timedelta(days=8 * 365)
COUNTY = casepeople.COUNTY


def fill(count: int) -> None:
    """Patterns by the services, copies by the driver."""
    settings.COUNTY = COUNTY
    casepeople.fill()
    for name, role in (("supervisor", Role.HALL_SUPERVISOR), ("citizen", Role.APPLICANT)):
        account = Account.objects.create_user(username=name, display_name=name, county=COUNTY)
        account.posts.create(role=role.value, since=casepeople.SINCE)
    _applicants()
    collect_static(settings.STORE)
    patterns = _patterns()
    _copy(patterns, count)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _applicants() -> None:
    """Rows of applicants without personal data; one of them has an account."""
    now = timezone.now()
    StoredApplicant.objects.bulk_create(
        [
            StoredApplicant(
                county=COUNTY, number=f"A{at:06}", kind="natural", name=f"申请人{at}",
                id_kind="resident", id_digest=f"{at:064}", registered_at=now, changed_at=now,
            )
            for at in range(APPLICANTS + 2)
        ],
        batch_size=500,
    )  # fmt: skip
    citizen = Account.objects.get(username="citizen")
    StoredApplicant.objects.filter(number="A000007").update(account=citizen)


def _patterns() -> tuple[list[StoredCase], list[StoredCase]]:
    """Cases that are over, and cases at each stage before."""
    people = casepeople.people()
    start = timezone.now() - timedelta(days=4)
    over, still = [], []
    moves = [
        ("clerk", "accept", {}),
        ("house", "finish_task", {"task": "house", "opinion": "通过"}),
        ("fireman", "finish_task", {"task": "fire", "opinion": "通过"}),
        ("chief", "grant", {}),
        ("issuer", "close", {}),
        ("issuer", "deliver", {"mode": "现场", "receiver": "本人"}),
    ]
    for stage in (*range(len(moves) + 1), len(moves), len(moves)):
        row = casepeople.open_one(people, start)
        for step, (who, move, given) in enumerate(moves[:stage]):
            at = start + timedelta(hours=1 + step)
            casepeople.move_one(people, who, row.number, move, given, at)
        kept = StoredCase.objects.get(pk=row.pk)
        (over if kept.state == State.DELIVERED else still).append(kept)
    return over, still


def _copy(patterns: tuple[list[StoredCase], list[StoredCase]], count: int) -> None:
    over, still = patterns
    parts = {p.pk: _children(StoredPart, p) for p in (*over, *still)}
    tasks = {p.pk: _children(StoredTask, p) for p in (*over, *still)}
    first = StoredCase.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    writers = {model: _Writer(model) for model in (StoredCase, StoredTask, StoredPart)}
    now = timezone.now()
    step = YEARS / count
    for at in range(count):
        is_open = at % OPEN_EACH == 0
        pattern = (still if is_open else over)[at % len(still if is_open else over)]
        back = timedelta(minutes=(at // OPEN_EACH) % 20_000) if is_open else YEARS - step * at
        pk = first + at
        shift = now - back - pattern.received_at if not is_open else -back
        writers[StoredCase].add(_case(pattern, pk, at, shift))
        for child in tasks[pattern.pk]:
            writers[StoredTask].add(_moved(child, shift, case_id=pk))
        for child in parts[pattern.pk]:
            writers[StoredPart].add(_moved(child, shift, case_id=pk))
        if at % BATCH == 0:
            _flush(writers)
            sys.stderr.write(f"\r{at:,} of {count:,}")
            sys.stderr.flush()
    _flush(writers)
    sys.stderr.write("\n")


def _flush(writers: dict[Any, _Writer]) -> None:
    """Cases before what belongs to them."""
    with transaction.atomic():
        for writer in writers.values():
            writer.flush()


def _children(model: Any, case: StoredCase) -> list[dict[str, Any]]:
    rows = model.objects.filter(case=case).values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def _case(pattern: StoredCase, pk: int, at: int, shift: timedelta) -> dict[str, Any]:
    values = {f.attname: getattr(pattern, f.attname) for f in StoredCase._meta.concrete_fields}  # noqa: SLF001
    moved = _moved(values, shift)
    number = f"{COUNTY}{moved['received_at']:%Y%m%d}{at:07}"
    return moved | {
        "id": pk,
        "number": number,
        "code": f"{at:012}",
        "applicant": f"A{at % APPLICANTS:06}",
    }


def _moved(values: dict[str, Any], shift: timedelta, **given: Any) -> dict[str, Any]:
    """The same values, other days."""
    days = timedelta(days=shift.days)
    return {
        name: value + shift
        if isinstance(value, datetime)
        else value + days
        if hasattr(value, "toordinal")
        else value
        for name, value in values.items()
    } | given


class _Writer:
    """Rows written in batches by the driver, as Django would write their values."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = model._meta.concrete_fields  # noqa: SLF001
        self.fields = [f for f in fields if model is StoredCase or not f.primary_key]
        names = ", ".join(f'"{f.column}"' for f in self.fields)
        marks = ", ".join(["%s"] * len(self.fields))
        self.sql = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})'  # noqa: S608, SLF001
        self.rows: list[list[Any]] = []

    def add(self, values: dict[str, Any]) -> None:
        self.rows.append([f.get_db_prep_save(values[f.attname], connection) for f in self.fields])

    def flush(self) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(self.sql, self.rows)
        self.rows = []


def times(count: int) -> list[tuple[str, str, list[float]]]:
    """Seconds of each page, asked for so many times."""
    return [(who, page, list(_taken(who, page, count))) for who, page in _pages()]


def _pages() -> Iterator[tuple[str, str]]:
    row = StoredCase.objects.filter(state=State.EXAMINING.value).order_by("-pk")[0]
    yield "supervisor", "/health/"
    yield from itertools.product(
        ("supervisor",),
        (
            "/supervision/", "/supervision/late/", "/desk/cases/", "/desk/cases/?state=审查",
            "/desk/cases/?due=late", "/desk/cases/?item=P001", "/desk/cases/?item=场所",
            f"/desk/cases/?number={row.number[:14]}", "/desk/cases/?since=2022-01-01&until=2022-01-31",
            f"/desk/cases/{row.number}/",
        ),
    )  # fmt: skip
    yield from (
        ("clerk", "/desk/"),
        ("clerk", "/desk/cases/"),
        ("clerk", "/desk/cases/?state=办结"),
    )
    yield from (
        ("house", "/desk/"),
        ("house", "/desk/cases/"),
        ("house", "/desk/cases/?state=审查"),
    )
    yield from (("chief", "/desk/"), ("issuer", "/desk/"), ("citizen", "/my/"))


def _taken(who: str, page: str, count: int) -> Sequence[float]:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Account.objects.get(username=who))
    taken = []
    for turn in range(count + 1):
        begun = time.perf_counter()
        answer = client.get(page)
        spent = time.perf_counter() - begun
        if answer.status_code != 200:
            raise RuntimeError(f"{who} {page}: {answer.status_code}")
        if turn:  # the first one warms what is kept
            taken.append(spent)
    return taken

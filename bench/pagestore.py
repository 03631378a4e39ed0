"""The store of bench.pages: a county's cases of several years, and the pages asked of it."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, models, transaction
from django.utils import timezone

from bench import casepeople
from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.serving.stores import collect_static
from tests.catalogue.versions import HOUSING

BATCH = 5_000
OPEN_EACH = 50
"""One case in so many is still open."""
APPLICANTS = 5_000
ITEMS = 200
UNITS = 40
CHANNELS = ("窗口",) * 13 + ("网上",) * 5 + ("邮寄", "自助")
ENDINGS = {3: State.ARCHIVED, 11: State.NOT_ACCEPTED, 17: State.WITHDRAWN}
"""Of a hundred that are over, those that ended otherwise than handed out."""
OTHERS = (
    ("supervisor", Role.HALL_SUPERVISOR, ""),
    ("citizen", Role.APPLICANT, ""),
    ("sparse", Role.APPROVER, f"{HOUSING}1"),
)
"""`sparse` belongs to a department that has one case in sixty."""
YEARS = timedelta(days=8 * 365)
COUNTY = casepeople.COUNTY


def filled(count: int) -> bool:
    """Whether the store holds so many cases from before."""
    settings.COUNTY = COUNTY
    call_command("migrate", verbosity=0, skip_checks=True)
    return StoredCase.objects.count() >= count


def fill(count: int) -> None:
    """Patterns by the services, copies by the driver."""
    settings.COUNTY = COUNTY
    casepeople.fill()
    for name, role, unit in OTHERS:
        account = Account.objects.create_user(
            username=name, display_name=name, county=COUNTY, unit=unit
        )
        account.posts.create(role=role.value, unit=unit, since=casepeople.SINCE)
    _applicants()
    _items()
    collect_static(settings.STORE)
    patterns = _patterns()
    _copy(patterns, count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


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
        batch_size=500, ignore_conflicts=True,
    )  # fmt: skip
    citizen = Account.objects.get(username="citizen")
    StoredApplicant.objects.filter(number="A000007").update(account=citizen)


def _items() -> None:
    """The names of the items, so that a search by name finds them."""
    item = StoredItem.objects.get(county=COUNTY, number="P001")
    version = StoredVersion.objects.get(item=item)
    for at in range(ITEMS):
        number, name = f"P{1000 + at}", f"{version.name}（第{at}类）"
        copied = _copied(item, number=number, name=name)
        written = _copied(version, number=number, name=name, item=copied)
        _copied(version.written, version=written)


def _copied(row: Any, **given: Any) -> Any:
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}  # noqa: SLF001
    values.pop("id", None)
    for name in given:
        values.pop(f"{name}_id", None)
    return type(row).objects.create(**values | given)


def _patterns() -> tuple[list[StoredCase], list[StoredCase]]:
    """Cases that are over, and cases at each stage before."""
    people = casepeople.people()
    start = timezone.now() - timedelta(days=4)
    over, still = [], []
    moves = [
        ("clerk", "accept", {}),
        ("house", "finish_task", {"task": "house", "opinion": "通过"}),
        ("fireman", "finish_task", {"task": "fire", "opinion": "通过"}),
        ("chief", "grant", {"certificate": "证0001"}),
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
            given = {"case_id": pk, "unit": _unit(child["unit"], at)}
            writers[StoredTask].add(_moved(child, shift, **given))
        for child in parts[pattern.pk]:
            given = {"case_id": pk, "unit": _unit(child["unit"], at)}
            writers[StoredPart].add(_moved(child, shift, **given))
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
    ending = ENDINGS.get(at // OPEN_EACH % 100) if at % OPEN_EACH else None
    return moved | {
        "id": pk,
        "number": f"{COUNTY}{moved['received_at']:%Y%m%d}{at:07}",
        "code": f"{at:012}",
        "applicant": f"A{at % APPLICANTS:06}",
        "item": _item(at),
        "item_name": f"{moved['item_name']}（第{at // 7 % ITEMS}类）",
        "channel": CHANNELS[at // 3 % len(CHANNELS)],
        "state": (ending or State(moved["state"])).value,
    }


def _item(at: int) -> str:
    return f"P{1000 + at // 7 % ITEMS}"


def _unit(unit: str, at: int) -> str:
    """Two thirds of the cases belong to departments of which each has few."""
    return unit if at % 3 == 0 else f"{unit}{at % UNITS}"


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

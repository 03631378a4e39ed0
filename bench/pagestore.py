"""The store of bench.pages: a county's cases of several years, and the pages asked of it."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from bench import casepeople
from bench.pagecopies import Pattern, Writer, flush
from kaocheng.cases.states import State
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask, StoredTraits
from kaocheng.site.catalogue.models import StoredDepartment, StoredItem, StoredVersion
from kaocheng.site.serving.stores import collect_static
from tests.catalogue.versions import HOUSING

BATCH = 5_000
OPEN_EACH = 50
"""One case in so many is still open."""
APPLICANTS = 5_000
ITEMS = 200
UNITS = 40
TRAITS_EACH = 16
"""One case in so many has traits."""
CHANNELS = ("窗口",) * 13 + ("网上",) * 5 + ("邮寄", "自助")
ENDINGS = {3: State.ARCHIVED, 11: State.NOT_ACCEPTED, 17: State.WITHDRAWN}
"""Of a hundred that are over, those that ended otherwise than handed out."""
OTHERS = (
    ("supervisor", Role.HALL_SUPERVISOR, ""),
    ("citizen", Role.APPLICANT, ""),
    ("sparse", Role.APPROVER, f"{HOUSING}1"),
    ("manager", Role.DEPARTMENT_MANAGER, HOUSING),
)
"""`sparse` belongs to a department that has one case in sixty, `manager` to one that has a third of them."""
YEARS = timedelta(days=8 * 365)
QUICK = {
    "sqlite": ("PRAGMA synchronous = OFF", "PRAGMA cache_size = -1000000"),
    "postgresql": ("SET synchronous_commit = off",),
}
"""Filling need not survive a loss of power; measuring has connections of its own."""
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
    StoredDepartment.objects.bulk_create(
        StoredDepartment(county=COUNTY, code=f"{HOUSING}{at}", name=f"第{at}局")
        for at in range(UNITS)
    )
    for name, role, unit in OTHERS:
        account = Account.objects.create_user(
            username=name, display_name=name, county=COUNTY, unit=unit
        )
        account.posts.create(role=role.value, unit=unit, since=casepeople.SINCE)
    _applicants()
    _items()
    collect_static(settings.STORE)
    patterns = _patterns()
    with connection.cursor() as cursor:
        for statement in QUICK[connection.vendor]:
            cursor.execute(statement)
    _copy(patterns, count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    connection.close()


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
    over, still = ([_Family(row) for row in rows] for rows in patterns)
    first = StoredCase.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    writers = {model: Writer(model) for model in (StoredCase, StoredTask, StoredPart, StoredTraits)}
    now, step = timezone.now(), YEARS / count
    for at in range(count):
        is_open = at % OPEN_EACH == 0
        families, turn = (still, at // OPEN_EACH) if is_open else (over, at)
        back = timedelta(minutes=(at // OPEN_EACH) % 20_000) if is_open else YEARS - step * at
        family = families[turn % len(families)]
        shift = now - back - family.case.row.received_at if not is_open else -back
        family.copy(writers, first + at, at, shift)
        if at % BATCH == 0:
            flush(writers)
            sys.stderr.write(f"\r{at:,} of {count:,}")
            sys.stderr.flush()
    flush(writers)
    sys.stderr.write("\n")


class _Family:
    """A case with what belongs to it, to be copied."""

    def __init__(self, case: StoredCase) -> None:
        self.case = Pattern(case)
        self.tasks = [Pattern(row) for row in StoredTask.objects.filter(case=case)]
        self.parts = [Pattern(row) for row in StoredPart.objects.filter(case=case)]
        self.traits = [Pattern(row) for row in StoredTraits.objects.filter(case=case)]

    def copy(self, writers: Any, pk: int, at: int, shift: timedelta) -> None:
        """The copy number `at` of it, its key `pk`."""
        writers[StoredCase].rows.append(
            self.case.copied(shift, _given(self.case.row, pk, at, shift))
        )
        for model, children in ((StoredTask, self.tasks), (StoredPart, self.parts)):
            for child in children:
                given = {"case_id": pk, "unit": _unit(child.row.unit, at)}
                writers[model].rows.append(child.copied(shift, given))
        if at % TRAITS_EACH == 0:
            writers[StoredTraits].rows += [t.copied(shift, {"case_id": pk}) for t in self.traits]


def _given(pattern: StoredCase, pk: int, at: int, shift: timedelta) -> dict[str, Any]:
    """What is the case's own."""
    ending = ENDINGS.get(at // OPEN_EACH % 100) if at % OPEN_EACH else None
    return {
        "id": pk,
        "number": f"{COUNTY}{pattern.received_at + shift:%Y%m%d}{at:07}",
        "code": f"{at:012}",
        "applicant": f"A{at % APPLICANTS:06}",
        "item": _item(at),
        "item_name": f"{pattern.item_name}（第{at // 7 % ITEMS}类）",
        "unit": _unit(pattern.unit, at),
        "channel": CHANNELS[at // 3 % len(CHANNELS)],
        "state": (ending or State(pattern.state)).value,
    }


def _item(at: int) -> str:
    return f"P{1000 + at // 7 % ITEMS}"


def _unit(unit: str, at: int) -> str:
    """Two thirds of the cases belong to departments of which each has few."""
    turn = at * 2_654_435_761 % 2**32 >> 8  # in no step with the stages, items and channels
    return unit if turn % 3 == 0 else f"{unit}{turn % UNITS}"

"""Filling a store for the clerks, and comparing it with what they were told; imported once Django is set up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from kaocheng.cases.opening import OPENING
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredConsent
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.services import rebuilt_case
from tests.catalogue.versions import BUREAU, FIRE, HOUSING
from tests.site.catalogue.items import publish_ordinary

SINCE = date(2020, 1, 1)
POSTS = {
    "clerk": (Role.WINDOW_CLERK, BUREAU),
    "house": (Role.APPROVER, HOUSING),
    "fireman": (Role.APPROVER, FIRE),
    "chief": (Role.CHIEF_REPRESENTATIVE, BUREAU),
    "issuer": (Role.ISSUER, BUREAU),
}
Events = dict[tuple[str, int], tuple[str, str]]
"""Kind and actor of each event by case number and serial."""


def fill(lines: int) -> dict[str, dict[str, str]]:
    """Tables, the item, five people a line; the sessions of each line by post."""
    call_command("migrate", verbosity=0, skip_checks=True)
    publish_ordinary(settings.COUNTY)
    return {
        str(line): {name: _session(f"{name}-{line}", *post) for name, post in POSTS.items()}
        for line in range(lines)
    }


def _session(username: str, role: Role, unit: str) -> str:
    account = Account.objects.create_user(
        username=username, display_name=username, county=settings.COUNTY, unit=unit
    )
    account.posts.create(role=role.value, unit=unit, since=SINCE)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(account)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def check(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Every difference between what was told and what is kept, and how much there was."""
    events: Events = {
        (row.stream.removeprefix("case/"), row.serial): (row.kind, row.actor)
        for row in StoredEvent.objects.filter(county=settings.COUNTY, stream__startswith="case/")
    }
    found = [*_lost(told, events), *_unasked(told, events), *_openings(told), *_halves(events)]
    return {"faults": found, "cases": StoredCase.objects.count(), "events": len(events)}


def _lost(told: list[dict[str, Any]], events: Events) -> Iterator[str]:
    """Each acknowledged step is one event, and no event was acknowledged twice."""
    done = [step for step in told if step["said"] == "done"]
    for (case, serial), count in Counter((s["case"], s["serial"]) for s in done).items():
        if count > 1:
            yield f"{case}: serial {serial} was acknowledged {count} times"
    for step in done:
        kept = events.get((step["case"], step["serial"] + 1))
        if kept != (step["move"], step["by"]):
            yield f"{step['case']}: {step['move']} by {step['by']} was acknowledged; kept: {kept}"


def _unasked(told: list[dict[str, Any]], events: Events) -> Iterator[str]:
    """No event without a step that was acknowledged, or of which the clerk heard nothing; the law asks nobody."""
    asked = {
        (s["case"], s["serial"] + 1, s["move"], s["by"]) for s in told if s["said"] != "refused"
    }
    for (case, serial), (kind, actor) in events.items():
        opening = (serial, kind) in ((1, OPENING), (2, "receive"))
        if not opening and actor != "law" and (case, serial, kind, actor) not in asked:
            yield f"{case}: event {serial} {kind} by {actor} was not acknowledged to anybody"


def _openings(told: list[dict[str, Any]]) -> Iterator[str]:
    """As many cases as were acknowledged, or more by those nobody heard of."""
    done, unheard = (
        {(s["case"], s["person"]) for s in told if s["move"] == OPENING and s["said"] == said}
        for said in ("done", "unknown")
    )
    kept = set(StoredCase.objects.values_list("number", flat=True))
    yield from (f"{case}: acknowledged, not kept" for case, _ in done if case not in kept)
    if len(kept) > len(done) + len(unheard):
        yield f"{len(kept)} cases of {len(done)} acknowledged and {len(unheard)} unheard of"
    people, agreed = StoredApplicant.objects.count(), StoredConsent.objects.count()
    if {people, agreed} != {len(kept)}:
        yield f"{people} applicants and {agreed} consents of {len(kept)} cases"


def _halves(events: Events) -> Iterator[str]:
    """Row, tasks and parts of each case are what its events add up to."""
    counts = Counter(case for case, _ in events)
    if lone := set(counts) - set(StoredCase.objects.values_list("number", flat=True)):
        yield f"events without a case: {sorted(lone)}"
    for row in StoredCase.objects.order_by("pk"):
        record = row.record()
        if rebuilt_case(county=row.county, number=row.number) != record:
            yield f"{row.number}: the events do not add up to the row"
        if not counts[row.number] == row.serial == record.serial:
            yield f"{row.number}: {counts[row.number]} events, serial {row.serial}"
        if row.state != record.state:
            yield f"{row.number}: its columns lag behind"
        tasks = StoredTask.objects.filter(case=row).values_list("key", "state", "opinion")
        if sorted(tasks) != sorted((t.key, t.state.value, t.opinion or "") for t in record.tasks):
            yield f"{row.number}: its tasks are not those of the record"
        if not StoredPart.objects.filter(case=row).exists():
            yield f"{row.number}: no department has a part in it"

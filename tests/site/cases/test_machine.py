"""The machine through the services on the database, bounded: rows, events and record always agree."""

from __future__ import annotations

from random import Random

import pytest

from kaocheng.cases.scopes import units_of
from kaocheng.cases.states import OPEN
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import rebuilt_case
from kaocheng.site.cases.services.columns import plain_columns
from tests.cases.walking import Walk
from tests.catalogue.versions import immediate, ordinary
from tests.site.cases.people import Desk
from tests.site.cases.stepping import Seen, step

pytestmark = pytest.mark.django_db
MINUTES = (1, 10, 600, 1500, 9000)


@pytest.mark.parametrize("seed", range(6))
def test_walks_through_the_services(desk: Desk, seed: int) -> None:
    """After every step the columns are those of the record, and the events make the same record."""
    chance = Random(seed)  # noqa: S311  # a walk that can be repeated
    item = chance.choice(["P001", "P002"])
    like = Walk(ordinary() if item == "P001" else immediate())
    row = desk.open(item)
    for _ in range(15):
        desk.later(minutes=chance.choice(MINUTES))
        kept = StoredCase.objects.get(pk=row.pk)
        if not step(desk, kept, Seen(kept, like.version, like.at), chance):
            break
        kept = StoredCase.objects.get(pk=row.pk)
        case = kept.record()
        columns = plain_columns(case)
        assert columns == {name: getattr(kept, name) for name in columns}
        assert case == rebuilt_case(county=desk.county, number=row.number)
        shown = {task.key: (task.state, task.opinion) for task in kept.tasks.all()}
        assert {task.key: (task.state, task.opinion) for task in case.tasks} == shown
        assert (kept.ended_at is None) == (kept.state in OPEN)
        parts = {
            part.unit: (part.state, part.channel, part.received_at) for part in kept.parts.all()
        }
        repeated = kept.state, kept.channel, kept.received_at
        assert dict.fromkeys(parts.keys() | units_of(case) - {""}, repeated) == parts
    events = StoredEvent.objects.filter(stream=f"case/{row.number}")
    assert kept.serial == events.count() > 1

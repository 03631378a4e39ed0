"""One sensible move of a stored case through the services (测试用的一步), for walks at random."""

from __future__ import annotations

from datetime import datetime
from random import Random

from django.db import transaction

from kaocheng.cases.moves import moves
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.calendar import work_calendar
from kaocheng.site.cases.models import StoredCase
from tests.cases.sensible import SENSIBLE, in_turn
from tests.cases.walking import CHIEF, CLERK, FIREMAN, HOUSE, ISSUER, SUPERVISOR, THE_LAW, Walk
from tests.site.cases.people import Desk


class Seen(Walk):
    """A case as `sensible` looks at it, read from its row."""

    def __init__(self, row: StoredCase, version: ItemVersion, at: datetime) -> None:
        self.case, self.version, self.at = row.record(), version, at
        self.calendar = work_calendar()


def step(desk: Desk, row: StoredCase, seen: Seen, chance: Random) -> bool:
    """One sensible move that succeeds, False when there is none."""
    people = {
        CLERK: desk.clerk, HOUSE: desk.house, FIREMAN: desk.fireman, CHIEF: desk.chief,
        ISSUER: desk.issuer, SUPERVISOR: desk.supervisor, THE_LAW: None,
    }  # fmt: skip
    keys = [key for key in SENSIBLE if seen.case.state in moves()[key].sources]
    for key in in_turn(keys, chance):
        move = SENSIBLE[key](seen, chance.choice)
        if move is None:
            continue
        try:
            with transaction.atomic():
                desk.move(row, key, people.get(move[0], desk.citizen), **move[1])
        except Refusal:
            continue
        return True
    return False

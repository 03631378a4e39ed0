"""An event and all that is needed to put it into words (一步及其所需)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kaocheng.cases.events import Happening
from kaocheng.cases.limits import due_of
from kaocheng.cases.papers.records import Matter, Tracking
from kaocheng.cases.records import Case
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.workdays import WorkCalendar

ENDINGS = "。；;.，, "
"""Stops left off where a text is put into a sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and all that is needed to put it into words (一步及其所需): the case as the event left it.

    `units` tells what departments are called; `issued` are the papers of the case so far, as (title, 文号).
    """

    case: Case
    version: ItemVersion
    event: Happening
    calendar: WorkCalendar
    units: Mapping[str, str] = field(default_factory=dict)
    issued: tuple[tuple[str, str], ...] = ()

    @property
    def facts(self) -> Mapping[str, Any]:
        """What was given with the move."""
        return self.event.facts

    @property
    def day(self) -> date:
        """The day of the event in Beijing."""
        return local_day(self.event.at)

    def note(self, name: str, otherwise: str = "") -> str:
        """What was written under a name, without the stop at its end, so that it fits into a sentence."""
        return str(self.facts.get(name, "")).strip().rstrip(ENDINGS) or otherwise

    def due(self) -> date | None:
        """The last day of the promised limit, as it stands after the event."""
        return due_of(self.case, "承诺", self.calendar, self.event.at)


def matter_of(case: Case, version: ItemVersion, tracking: Tracking | None) -> Matter:
    """The case as its papers name it."""
    codes = dict(version.codes)
    return Matter(
        case=case.number,
        item=version.name,
        received=local_day(case.received_at),
        permit=version.permit,
        item_code=next(iter(codes.values()), ""),
        tracking=tracking,
    )

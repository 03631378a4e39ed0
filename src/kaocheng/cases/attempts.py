"""An attempt at a move (动作申请): everything a guard may look at before it says no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kaocheng.cases.events import Actor
from kaocheng.cases.moves import Move
from kaocheng.cases.records import Case
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.law.figures import Lookup, legal


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody wants to make a move on a case at a moment (动作申请).

    `figures` looks up a figure by name and day; where the place has set values of its own, with those.
    """

    case: Case
    version: ItemVersion
    move: Move
    facts: Mapping[str, Any]
    by: Actor
    role: str
    at: datetime
    calendar: WorkCalendar
    figures: Lookup = legal

    @property
    def today(self) -> date:
        """The day in Beijing time."""
        return self.at.astimezone(SHANGHAI).date()

    def refusal(self, code: str, why: str, remedy: str) -> Refusal:
        """What is said when it may not be done: which case, which move, why, and what to do instead."""
        return Refusal(
            f"case.{code}",
            f"办件 {self.case.number} 不能“{self.move.title}”：{why}。",
            f"{remedy}。",
        )

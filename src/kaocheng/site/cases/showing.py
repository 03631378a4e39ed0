"""What pages show of a case (办件展示): its clocks, its colours, the moves at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.cases.events import Actor
from kaocheng.cases.limits import budget_of, ledger_of, read_limit, read_task
from kaocheng.cases.moves import CLOCKS, Move, moves
from kaocheng.cases.moving import open_moves
from kaocheng.cases.offering import offered
from kaocheng.cases.records import Case, Task
from kaocheng.catalogue.records import ItemVersion
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import Budget, ClockState, Reading
from kaocheng.kernel.workdays import Unannounced, WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.law.services import calendar_in_force, figures_of

SYSTEM_MADE = frozenset({"invite_rating", "archive"})
"""Moves whose facts other services make (评价编号、档号): they have buttons of their own."""


@dataclass(frozen=True, slots=True)
class ShownClock:
    """One of the four clocks as the page shows it (时限)."""

    name: str
    budget: Budget
    reading: Reading

    @property
    def tone(self) -> str:
        """ok, warn or bad; "" when it does not run."""
        if self.reading.overdue:
            return "bad"
        if self.reading.state is not ClockState.RUNNING:
            return ""
        return "warn" if self.reading.remaining <= 1 else "ok"

    @property
    def said(self) -> str:
        """How it stands, in words."""
        if self.reading.overdue and not self.reading.remaining:
            return "已超期，期满后还没有过一个工作日" if self.reading.unit == "工作日" else "已超期"
        if self.reading.overdue:
            return f"已超 {-self.reading.remaining}{_unit(self.reading)}"
        if self.reading.state is ClockState.PAUSED:
            return f"暂停，余 {self.reading.remaining}{_unit(self.reading)}"
        if self.reading.state is ClockState.STOPPED:
            return f"已止算，用时 {self.reading.used}{_unit(self.reading)}"
        return f"余 {self.reading.remaining}{_unit(self.reading)}{self._undated}"

    @property
    def _undated(self) -> str:
        """Why no last day is told."""
        year = self.reading.unannounced
        return f"；{year}年放假安排未公布，届满日暂不能推算" if year else ""


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A step with what its own clock says (环节)."""

    task: Task
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class OpenMove:
    """A move somebody may make now, and in which of the roles held (可办动作)."""

    move: Move
    role: Role


def clocks_of(case: Case, calendar: WorkCalendar, at: datetime) -> Sequence[ShownClock]:
    """The clocks of a case that have begun."""
    found = []
    for name in CLOCKS:
        budget, reading = budget_of(case, name), read_limit(case, name, calendar, at)
        if budget is not None and reading is not None and ledger_of(case, name):
            found.append(ShownClock(name, budget, reading))
    return found


def tasks_of(case: Case, calendar: WorkCalendar, at: datetime) -> Sequence[ShownTask]:
    """The steps of a case in their order."""
    return [ShownTask(task, read_task(task, calendar, at)) for task in case.tasks]


def moves_for(
    case: Case, version: ItemVersion, account: Account, at: datetime, applicant: str = ""
) -> dict[str, OpenMove]:
    """What this account may do with the case now, each move in the first role that allows it."""
    actor = Actor(account.get_username(), account.unit, None, applicant)
    found: dict[str, OpenMove] = {}
    for role in sorted(account.roles):
        for move in open_moves(case, role, actor):
            found.setdefault(move.key, OpenMove(move, role))
    tried = [(one.move, str(one.role)) for one in found.values()]
    able = offered(
        tried, case, version, by=actor, at=at, calendar=calendar_in_force(),
        figures=figures_of(case.county),
    )  # fmt: skip
    return {key: one for key, one in found.items() if key in able}


def is_forged(key: str, roles: Collection[str]) -> bool:
    """Whether no page ever offers this move to these roles: its address was made up (伪造的动作)."""
    return key not in moves() or key in SYSTEM_MADE or not set(moves()[key].roles) & set(roles)


def days_left(due: date | None, today: date, calendar: WorkCalendar) -> int | None:
    """Working days left to a day, negative when it has passed; None without a day (剩余工作日).

    On the weekend after it, a day has passed although no working day has since.
    """
    if due is None:
        return None
    try:
        return calendar.count(today, due) if due >= today else -max(1, calendar.count(due, today))
    except Unannounced:
        return None


def tone_of(left: int | None) -> str:
    """The colour of so many days left."""
    if left is None:
        return ""
    return "bad" if left < 0 else "warn" if left <= 1 else "ok"


def _unit(reading: Reading) -> str:
    """The unit with its measure word, set off from the figure (3 个工作日)."""
    return {"月": " 个月", "工作日": " 个工作日"}.get(str(reading.unit), f" {reading.unit}")

"""Handling side by side (并联办理): the slowest branch, late opinions, and the one conclusion of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaocheng.cases.limits import read_task
from kaocheng.cases.lists import opinion_sets
from kaocheng.cases.records import Case, Task
from kaocheng.cases.states import TaskState
from kaocheng.kernel.clocks import Reading
from kaocheng.kernel.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch and what its clock says (并联分支); `reading` is None for a step without a limit."""

    task: Task
    reading: Reading | None

    @property
    def late(self) -> bool:
        """Whether it is or was late (超期)."""
        return self.reading is not None and self.reading.overdue


def branches(case: Case, calendar: WorkCalendar, at: datetime) -> tuple[Branch, ...]:
    """Every branch that has begun."""
    begun = (task for task in case.tasks if task.entries)
    return tuple(Branch(task, read_task(task, calendar, at)) for task in begun)


def slowest(case: Case, calendar: WorkCalendar, at: datetime) -> Branch | None:
    """The branch the case waits for (最慢分支).

    While some are open it is the one with the least time left; when all are done, the one done last.
    """
    begun = branches(case, calendar, at)
    running = [b for b in begun if b.task.state in (TaskState.OPEN, TaskState.PAUSED)]
    if running:
        return min(running, key=lambda b: b.reading.remaining if b.reading else 10**6)
    done = [b for b in begun if b.task.done_at is not None]
    return max(done, key=lambda b: b.task.done_at or at) if done else None


def late_opinions(case: Case, calendar: WorkCalendar, at: datetime) -> tuple[Branch, ...]:
    """The branches whose opinion came late or is late now (逾期反馈意见)."""
    return tuple(branch for branch in branches(case, calendar, at) if branch.late)


def conclusion(case: Case) -> str:
    """The one conclusion of all opinions (联合结论), "" while one is missing.

    One that blocks decides; otherwise one that asks for mending; otherwise all pass.
    """
    if not case.tasks or any(task.state is not TaskState.DONE for task in case.tasks):
        return ""
    given = [(task.opinion, opinion_sets()[task.opinions]) for task in case.tasks]
    blocking = [word for word, kind in given if word in kind.blocks]
    mending = [word for word, kind in given if word not in kind.passes]
    return next(iter(blocking + mending), given[0][0])

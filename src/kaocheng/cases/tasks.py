"""Tasks of a case (办理环节): opened when what they wait for is done, reopened when their input changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from kaocheng.cases.records import Case, Task, TaskState
from kaocheng.kernel.clocks import Entry, Turn
from kaocheng.kernel.remaking import remade

_GOING = (Turn.START, Turn.RESET)
_ACTIVE = (TaskState.OPEN, TaskState.PAUSED)


def going(entries: tuple[Entry, ...]) -> bool:
    """Whether a ledger has been set going and not stopped since (已起算未止算)."""
    marks = (e.turn for e in reversed(entries) if e.turn in _GOING or e.turn is Turn.STOP)
    return next(marks, Turn.STOP) in _GOING


def opened(
    tasks: tuple[Task, ...], at: datetime, since: datetime | None = None
) -> tuple[Task, ...]:
    """The tasks, with those opened whose predecessors are all done (环节启动); limits run from `since` if told."""
    done = {task.key for task in tasks if task.state is TaskState.DONE}
    return tuple(
        _open(task, at, since or at)
        if task.state is TaskState.WAITING and done.issuperset(task.after)
        else task
        for task in tasks
    )


def _open(task: Task, at: datetime, since: datetime) -> Task:
    turn = Turn.RESET if task.entries else Turn.START
    entries = (*task.entries, Entry(turn, since, task.name))
    return remade(task, state=TaskState.OPEN, opened_at=at, entries=entries)


def stopped(task: Task, at: datetime, cause: str) -> tuple[Entry, ...]:
    """The ledger of a task, stopped if it was going."""
    if not going(task.entries):
        return task.entries
    return (*task.entries, Entry(Turn.STOP, at, cause))


def changed(tasks: tuple[Task, ...], key: str, change: Callable[[Task], Task]) -> tuple[Task, ...]:
    """The tasks with one of them changed."""
    return tuple(change(task) if task.key == key else task for task in tasks)


def all_done(case: Case) -> bool:
    """Whether every task is done (各环节均已办)."""
    return all(task.state is TaskState.DONE for task in case.tasks)


def touched_by(tasks: tuple[Task, ...], materials: Iterable[str]) -> frozenset[str]:
    """Keys of the finished tasks that read one of these materials (受影响的环节).

    A task that does not say what it reads is not touched: what it said stands until somebody sends it back.
    """
    new = frozenset(materials)
    return frozenset(
        task.key
        for task in tasks
        if task.state is TaskState.DONE and not new.isdisjoint(task.reads)
    )


def reopened(
    tasks: tuple[Task, ...], keys: Iterable[str], at: datetime, why: str
) -> tuple[Task, ...]:
    """The tasks after these are to be done again, and with them what was built on their results.

    The others keep their state, opinion and clock.
    """
    again = downstream(tasks, keys)
    return opened(tuple(_again(t, at, why) if t.key in again else t for t in tasks), at)


def downstream(tasks: tuple[Task, ...], keys: Iterable[str]) -> frozenset[str]:
    """These tasks and all that wait for one of them, at any distance (后续环节)."""
    found = set(keys)
    while True:
        more = {task.key for task in tasks if task.key not in found and found & set(task.after)}
        if not more:
            return frozenset(found)
        found |= more


def _again(task: Task, at: datetime, why: str) -> Task:
    """One task set back to waiting; only a finished one counts as another round."""
    if task.state in (TaskState.WAITING, TaskState.PAUSED, TaskState.ENDED):
        return task
    was_done = task.state is TaskState.DONE
    return remade(
        task,
        state=TaskState.WAITING,
        round=task.round + was_done,
        opinion="",
        remark="",
        done_at=None,
        done_by="",
        entries=stopped(task, at, why),
    )


def ended(tasks: tuple[Task, ...], at: datetime, why: str) -> tuple[Task, ...]:
    """The tasks after the case is over: what was not done ends (环节终止)."""
    return tuple(
        task
        if task.state is TaskState.DONE
        else remade(task, state=TaskState.ENDED, entries=stopped(task, at, why))
        for task in tasks
    )


def paused(task: Task, at: datetime, cause: str, key: str) -> Task:
    """The task while a special procedure runs (环节暂停)."""
    if task.state not in _ACTIVE:
        return task
    entries = (*task.entries, Entry(Turn.PAUSE, at, cause, key=key))
    return remade(task, state=TaskState.PAUSED, entries=entries)


def resumed(task: Task, at: datetime, cause: str, key: str) -> Task:
    """The task after a special procedure has ended; open again when no other one holds it."""
    held = {e.key for e in task.entries if e.turn is Turn.PAUSE}
    held -= {e.key for e in task.entries if e.turn is Turn.RESUME}
    if task.state is not TaskState.PAUSED or key not in held:
        return task
    entries = (*task.entries, Entry(Turn.RESUME, at, cause, key=key))
    state = TaskState.PAUSED if held - {key} else TaskState.OPEN
    return remade(task, state=state, entries=entries)

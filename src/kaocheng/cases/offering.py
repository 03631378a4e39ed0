"""What is worth offering (可供选择的动作): open moves that the case as it stands does not rule out.

A guard that looks at the case alone is asked before anything is filled in, so that nobody fills in a
form that must be refused. The others are asked when the form comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from kaocheng.cases.attempts import Attempt
from kaocheng.cases.events import Actor
from kaocheng.cases.guards import GUARDS
from kaocheng.cases.moves import Move
from kaocheng.cases.records import Case, TaskState
from kaocheng.cases.scopes import leads, owns_special
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.law.figures import Lookup, legal

OF_THE_CASE = frozenset({
    "another_confirms", "approver_confirms", "asked_within_law", "before_expiry",
    "decision_offered", "extension_asked", "guard_expired", "no_notice_yet", "no_special_running",
    "not_extended", "not_invited", "not_the_acceptor", "not_urged_enough", "nothing_owed",
    "nothing_pending", "notice_in_time", "opinions_allow", "owed_expired", "permit_unchecked",
    "posted_not_served", "promise_unchecked", "renewal_expired", "return_asked", "served",
    "specials_listed", "stands", "still_owing", "supplement_answered", "supplement_expired",
    "told_before_return", "window_only_registered",
})  # fmt: skip
"""Guards that look at nothing that is filled in."""
_AT_HAND = (TaskState.OPEN, TaskState.PAUSED)


def _own_task(case: Case, by: Actor) -> bool:
    return any(task.unit == by.unit and task.state in _AT_HAND for task in case.tasks)


def _own_or_whole(case: Case, by: Actor) -> bool:
    return leads(case, by.unit) or _own_task(case, by)


def _unanswered(case: Case, by: Actor) -> bool:  # noqa: ARG001
    return bool(case.correcting)


def _running(case: Case, by: Actor) -> bool:
    return any(owns_special(case, special, by.unit) for special in case.running)


def _done_task(case: Case, by: Actor) -> bool:
    done = (task for task in case.tasks if task.state is TaskState.DONE)
    return any(leads(case, by.unit) or task.unit == by.unit for task in done)


SUBJECTS: Mapping[str, Callable[[Case, Actor], bool]] = {
    "claim_task": _own_task,
    "finish_task": _own_task,
    "answer_correction": _unanswered,
    "begin_special": _own_or_whole,
    "end_special": _running,
    "send_back": _done_task,
}
"""Moves that need something to act on, and whether it is there."""


def offered(
    moves: Iterable[tuple[Move, str]],
    case: Case,
    version: ItemVersion,
    *,
    by: Actor,
    at: datetime,
    calendar: WorkCalendar,
    figures: Lookup = legal,
) -> frozenset[str]:
    """The keys of those of these moves, each with its role, that the case allows now."""
    return frozenset(
        move.key
        for move, role in moves
        if (move.key not in SUBJECTS or SUBJECTS[move.key](case, by))
        and not any(
            GUARDS[name](Attempt(case, version, move, {}, by, role, at, calendar, figures))
            for name in move.guards
            if name in OF_THE_CASE
        )
    )

"""What a form may offer (可选内容): the case, its version, who fills it in and the lists of the county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from kaocheng.cases.lists import opinion_sets, specials_of
from kaocheng.cases.materials import missing
from kaocheng.cases.records import Case, Task
from kaocheng.cases.scopes import HALL_SIDE, leads, owns_special
from kaocheng.cases.states import TaskState
from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.accounts.models import Account, StoredPost
from kaocheng.site.cases.approving import approvers
from kaocheng.site.cases.assisting import assistant, assistants, assisting
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.catalogue.services import department_names
from kaocheng.site.hall.people import Person, choices_of, named, staff_of

Choice = tuple[str, str]
MOST = 400
_OF_ORIGINAL = ("original", "original_until")


@dataclass(frozen=True)
class About:
    """The things a move may speak of; `task` is the step the reader came from, "" for none."""

    case: Case
    version: ItemVersion
    account: Account
    task: str = ""

    def asks(self, field: str) -> bool:
        """Whether this case is asked for it at all: the original only where a permit of elsewhere is renewed."""
        case = self.case
        return field not in _OF_ORIGINAL or bool(case.renewal_of and not case.renewal_issue)

    @cached_property
    def materials(self) -> dict[str, Material]:
        """The materials of the version by key."""
        return {material.key: material for material in self.version.materials}

    def materials_for(self, move: str, field: str) -> Sequence[Material]:
        """The materials that make sense in this field of this move (可选材料)."""
        chosen = _POOLS.get((move, field), _POOLS.get((move, ""), _all))
        return tuple(chosen(self))

    def tasks_for(self, move: str) -> Sequence[Task]:
        """The steps this move may speak of: done ones to send back, those at hand otherwise; one's own mostly."""
        wanted = _STATES.get(move, (TaskState.OPEN, TaskState.PAUSED))
        every = move == "urge" or self._of_hall or (move == "send_back" and self._leads)
        return tuple(
            task
            for task in self.case.tasks
            if task.state in wanted and (every or task.unit == self.account.unit)
        )

    @property
    def _of_hall(self) -> bool:
        return Role.HALL_SUPERVISOR in self.account.roles

    @property
    def _leads(self) -> bool:
        return leads(self.case, self.account.unit)

    def must_name_task(self, scope: str) -> bool:
        """Whether only a step may be spoken of: the whole case is not this department's (须选定环节)."""
        return scope == "unit" and not self._leads and not self.account.roles & HALL_SIDE

    def opinions(self) -> Sequence[Choice]:
        """The opinions of the steps at hand (审查意见)."""
        tasks = [t for t in self.tasks_for("finish_task") if self.task in ("", t.key)]
        names = dict.fromkeys(task.opinions for task in tasks)
        words = dict.fromkeys(word for name in names for word in opinion_sets()[name].words)
        return tuple((word, word) for word in words)

    def specials(self) -> Sequence[Choice]:
        """The special procedures this item may need (可用的特别程序)."""
        return tuple((name, name) for name in specials_of(self.version))

    def running(self) -> Sequence[Choice]:
        """Special procedures under way that are this department's (本部门进行中的特别程序)."""
        own = [s for s in self.case.running if owns_special(self.case, s, self.account.unit)]
        return tuple((s.number, f"{s.kind}（{s.begun_at:%m月%d日}起）") for s in own)

    def units(self) -> Sequence[Choice]:
        """Departments of the county (部门)."""
        rows = StoredDepartment.objects.filter(county=self.case.county)
        return tuple((row.code, row.name) for row in rows[:MOST])

    @cached_property
    def _assisting(self) -> Sequence[StoredPost]:
        return assisting(self.case.county)

    def assistants(self) -> Sequence[Choice]:
        """Who may be entrusted (帮办代办人员): by post, so that no name to sign in with leaves the house."""
        return assistants(self._assisting)

    def assistant(self, post: str) -> str:
        """The account behind one of these posts."""
        return assistant(self._assisting, post)

    @cached_property
    def _colleagues(self) -> Sequence[Person]:
        if not self.account.roles & STAFF:
            return ()
        people = staff_of(self.case.county, on=timezone.localdate())
        unit = self.account.unit
        return [one for one in people if unit in ("", one.unit)][:MOST]

    def colleagues(self) -> Sequence[Choice]:
        """Staff of the own department, and for the hall all staff (工作人员); for nobody else anybody."""
        return choices_of(self._colleagues, department_names(self.case.county))

    @cached_property
    def _approvers(self) -> Sequence[Person]:
        own = self.account.pk
        people = approvers(self.case, timezone.localdate())
        return [one for one in people if one.key != str(own)]

    def approvers(self) -> Sequence[Choice]:
        """Who may approve an extension (本行政机关负责人), but not who asks for it."""
        return choices_of(self._approvers, department_names(self.case.county))

    def approver(self, key: str) -> str:
        """The name to sign in with of one of them."""
        return named(self._approvers, key)

    def colleague(self, key: str) -> str:
        """The name to sign in with of one of them."""
        return named(self._colleagues, key)


_STATES = {
    "send_back": (TaskState.DONE,),
    "request_correction": (TaskState.OPEN, TaskState.PAUSED, TaskState.DONE),
    "issue_opinion": (TaskState.OPEN, TaskState.PAUSED, TaskState.DONE),
}
"""In which states a step is spoken of where it need not be at hand: what is found out afterwards is one's own too."""


def _all(about: About) -> Sequence[Material]:
    return about.version.materials


def _absent(about: About) -> Sequence[Material]:
    return missing(about.case, about.version)


def _deferrable(about: About) -> Sequence[Material]:
    return [m for m in _absent(about) if m.deferrable]


def _promisable(about: About) -> Sequence[Material]:
    return _absent(about) if about.version.promise_allowed else ()


def _asked_for(about: About) -> Sequence[Material]:
    told = about.case.supplement
    return _named(about, {key for key, _ in told.missing} - set(told.came) if told else set())


def _named_in_notice(about: About) -> Sequence[Material]:
    told = about.case.supplement
    return _named(about, {key for key, _ in told.missing} if told else set())


def _owed(about: About) -> Sequence[Material]:
    return _named(about, {owed.material for owed in about.case.owing})


def _to_correct(about: About) -> Sequence[Material]:
    asked = (c for c in about.case.corrections if c.answered_at is None)
    return _named(about, {key for c in asked for key in set(c.materials) - set(c.came)})


def _present(about: About) -> Sequence[Material]:
    return _named(about, set(about.case.received))


def _named(about: About, keys: set[str]) -> Sequence[Material]:
    return [material for material in about.version.materials if material.key in keys]


_POOLS = {
    ("accept", "deferred"): _deferrable,
    ("accept", "promised"): _promisable,
    ("supply", ""): _asked_for,
    ("refuse_incomplete", "unmet"): _named_in_notice,
    ("pay_owed", ""): _owed,
    ("answer_correction", ""): _to_correct,
    ("request_correction", ""): _present,
    ("hand_over", ""): _present,
}
"""Which materials a field offers, by move and field."""

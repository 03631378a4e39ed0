"""Records of a case (办件): what was handed in, who does what by when, what came out of it.

A case holds no personal data: the applicant, the agent and the people who acted stand by number.
What happened is told by its events; the record here is what they add up to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.cases.states import ACCEPTED, OPEN, Channel, State, TaskState, Verdict
from kaocheng.kernel.clocks import Budget, Entry

__all__ = [
    "ACCEPTED", "OPEN", "Agent", "Case", "Change", "Channel", "Contact", "Correction", "Delivery",
    "Extension", "HandOver", "MaterialReceived", "Outcome", "Owed", "Paper", "Pending", "Promise", "Special",
    "State", "Supplement", "Task", "TaskState", "Urging", "Verdict",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MaterialReceived:
    """One material as handed in (收取的材料): `round` grows when it is replaced by a corrected one.

    `file` is the number of the stored file and `digest` its SHA-256; both "" for paper alone.
    """

    key: str
    at: datetime
    channel: Channel
    form: str = "纸质"
    originals: int = 0
    copies: int = 0
    file: str = ""
    digest: str = ""
    round: int = 1


@dataclass(frozen=True, slots=True)
class Supplement:
    """The one notice of what is missing (补正告知): everything at once, and until when.

    `missing` are (material key, what is wrong); `budget` the time given; `came` the keys that have come
    since, `answered_at` when all of it was in.
    """

    missing: tuple[tuple[str, str], ...]
    told_at: datetime
    budget: Budget
    paper: str
    by: str
    came: tuple[str, ...] = ()
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A material that may follow (容缺材料): who owes it, how long, and what happens otherwise."""

    material: str
    by: str
    since: datetime
    budget: Budget
    consequence: str
    paid_at: datetime | None = None
    lapsed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in place of a proof (告知承诺): text, what it stands for, when it is checked.

    `kept` is None until checked; a broken promise has its consequence (撤销) and a credit entry.
    """

    text: str
    materials: tuple[str, ...]
    made_at: datetime
    budget: Budget
    consequence: str
    checked_at: datetime | None = None
    kept: bool | None = None
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Special:
    """A special procedure (特别程序): kind, how long the applicant was told, who went, what came out.

    `task` is the step it belongs to, "" for the whole case. `excluded` (法定不计时) tells whether its time
    is left out of the statutory limit as well, or only of the promised one.
    """

    number: str
    kind: str
    told: Budget
    begun_at: datetime
    paper: str
    excluded: bool
    officers: tuple[str, ...] = ()
    task: str = ""
    ended_at: datetime | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Materials sent back after acceptance (退回更正): which, why, by which task, and when they came.

    `paper` is the 材料更正通知书, `by` who asked; the clocks go on meanwhile.
    """

    materials: tuple[str, ...]
    reason: str
    asked_at: datetime
    task: str = ""
    came: tuple[str, ...] = ()
    answered_at: datetime | None = None
    reopened: tuple[str, ...] = ()
    paper: str = ""
    by: str = ""

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Keys of the materials that have not come (未交来的更正材料)."""
        return () if self.answered_at else tuple(k for k in self.materials if k not in self.came)


@dataclass(frozen=True, slots=True)
class Extension:
    """The one extension (延期): how much, why, who allowed it, who entered it, under which paper.

    `approver` is the office that has to approve, `signatory` the person who did, with the post held, `approval`
    the number under which. `official` is the account of that person, "" where there is none (or only words were kept).
    """

    extra: Budget
    reason: str
    approver: str
    by: str
    at: datetime
    paper: str
    signatory: str = ""
    approval: str = ""
    official: str = ""


@dataclass(frozen=True, slots=True)
class Urging:
    """Somebody asked for haste (催办): when, who, in which role."""

    at: datetime
    by: str
    role: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One step being done for this case (办理环节): its own state, clock, department and person.

    `opinion` is one of the opinion set (通过/不通过, 合格/整改/不合格); `round` grows each time it is reopened.
    """

    key: str
    name: str
    role: str
    unit: str
    after: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    budget: Budget | None = None
    opinions: str = "审查"
    state: TaskState = TaskState.WAITING
    assignee: str = ""
    opinion: str = ""
    remark: str = ""
    opened_at: datetime | None = None
    done_at: datetime | None = None
    done_by: str = ""
    round: int = 1
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided (决定): verdict, by whom, with reasons and remedies when it is a refusal.

    `certificate` is the number of the licence or approval, `valid_until` its end; `deferred` marks 容缺通过.
    """

    verdict: Verdict
    at: datetime
    by: str
    paper: str
    reasons: str = ""
    remedies: str = ""
    certificate: str = ""
    valid_until: date | None = None
    deferred: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the result reached the applicant (出件): mode, waybill, cost in 分, when it was served (送达)."""

    mode: str
    at: datetime
    by: str
    waybill: str = ""
    cost: int = 0
    receiver: str = ""
    served_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper the case has issued (文书): kind, number, when, and by which move."""

    kind: str
    number: str
    at: datetime
    move: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting with the applicant (办事触点): at which step, through which channel."""

    step: str
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class Agent:
    """Who helps or acts for the applicant (帮办代办): account number and the letter of authority."""

    number: str
    letter: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandOver:
    """Papers that crossed a border (跨域移交): partner region, direction, their number, list of materials."""

    region: str
    direction: str
    reference: str
    at: datetime
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A clerical error put right (更正): what it said, what it says now, why."""

    subject: str
    before: str
    after: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Pending:
    """Something proposed that somebody else has to confirm (待确认事项): the move, by whom, when, why.

    `unit` is the department that is to receive it, "" where it is no question of departments; `authority` the
    document it rests on. Of an extension: how much, the office that approves, the account that is asked, the words
    for the person (`extra`, `approver`, `official`, `signatory`).
    """

    move: str
    by: str
    at: datetime
    reason: str
    unit: str = ""
    authority: str = ""
    extra: Budget | None = None
    approver: str = ""
    official: str = ""
    signatory: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One case (办件), pinned to the item version it was taken in under.

    `entries` is the ledger of the promised limit (承诺时限台账), `legal` of the statutory one (法定时限台账),
    `intake` of the days for accepting (受理期限台账), `serving` of the days for serving the decision (送达期限台账).
    `decider` is the (role, department) that decides, `pinned` the digest of the version's text. `serial` counts
    the events; the last of them was `last_move`, by `moved_by` at `moved_at`. A renewal names the case that issued the
    old permit here (`renewal_issue`), or the number the clerk read off the original (`renewal_seen`); until then
    `expires_on` is only what the applicant states.
    """

    county: str
    number: str
    item: str
    version: int
    applicant: str
    channel: Channel
    state: State
    received_at: datetime
    unit: str = ""
    decider: tuple[str, str] = ("", "")
    hall: str = ""
    window: str = ""
    window_kind: str = ""
    ticket: str = ""
    state_number: str = ""
    situations: tuple[str, ...] = ()
    immediate: bool = False
    renewal_of: str = ""
    expires_on: date | None = None
    renewal_issue: str = ""
    renewal_seen: str = ""
    parent: str = ""
    promised_budget: Budget | None = None
    legal_budget: Budget | None = None
    materials: tuple[MaterialReceived, ...] = ()
    supplement: Supplement | None = None
    owed: tuple[Owed, ...] = ()
    promises: tuple[Promise, ...] = ()
    tasks: tuple[Task, ...] = ()
    specials: tuple[Special, ...] = ()
    corrections: tuple[Correction, ...] = ()
    extension: Extension | None = None
    urgings: tuple[Urging, ...] = ()
    intake: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    legal: tuple[Entry, ...] = ()
    serving: tuple[Entry, ...] = ()
    accepted_at: datetime | None = None
    accepted_by: str = ""
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    delivery: Delivery | None = None
    rating: str = ""
    ended_at: datetime | None = None
    revoked_at: datetime | None = None
    archive: str = ""
    papers: tuple[Paper, ...] = ()
    contacts: tuple[Contact, ...] = ()
    agent: Agent | None = None
    hand_overs: tuple[HandOver, ...] = ()
    changes: tuple[Change, ...] = ()
    pending: Pending | None = None
    pinned: str = ""
    serial: int = 0
    moved_at: datetime | None = None
    moved_by: str = ""
    last_move: str = ""

    def task(self, key: str) -> Task | None:
        """The task of that step."""
        return next((task for task in self.tasks if task.key == key), None)

    @property
    def owing(self) -> tuple[Owed, ...]:
        """Deferred materials still not in (未补齐的容缺材料)."""
        return tuple(o for o in self.owed if o.paid_at is None)

    @property
    def correcting(self) -> tuple[Correction, ...]:
        """Corrections the applicant has not answered (待更正), while it still matters."""
        if self.state not in (State.EXAMINING, State.DECIDING):
            return ()
        return tuple(c for c in self.corrections if c.answered_at is None)

    @property
    def running(self) -> tuple[Special, ...]:
        """Special procedures that have not ended (进行中的特别程序)."""
        return tuple(s for s in self.specials if s.ended_at is None)

    @property
    def received(self) -> frozenset[str]:
        """Keys of the materials that are in (已收材料)."""
        return frozenset(m.key for m in self.materials)

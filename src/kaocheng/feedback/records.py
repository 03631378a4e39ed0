"""Records of feedback (好差评): an invitation, the rating it led to, and what follows a bad one.

Other domains are named by number only: a case, a window, an item, a department, an account.
Nobody's name, telephone or identity number is in here; `rater` is the applicant's number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.kernel.clocks import Entry


class Origin(StrEnum):
    """Whether somebody rated or time ran out (评价来源); the two are never added together."""

    ACTIVE = "主动"
    DEFAULT = "默认"


class Standing(StrEnum):
    """Whether a rating counts (评价效力): 剔除 after review, 撤回 when an active one replaced a default."""

    VALID = "有效"
    STRUCK = "剔除"
    WITHDRAWN = "撤回"


class Invited(StrEnum):
    """What became of an invitation (邀请状态)."""

    OPEN = "待评价"
    RATED = "已评价"
    EXPIRED = "已过期"


@dataclass(frozen=True, slots=True)
class Invitation:
    """The invitation to rate one service (评价邀请); its number is also the rating's and the ticket's.

    `occasion` is what is rated once in the case; `rated` the account of the person rated, "" when
    nobody served; `closed_at` the moment the service ended.
    """

    number: str
    county: str
    case: str
    service: str
    occasion: str
    channel: RatingChannel
    state: Invited
    invited_at: datetime
    expires_at: datetime
    closed_at: datetime
    window: str = ""
    unit: str = ""
    item: str = ""
    rated: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating (评价): level, whether active, whether it counts, and where it came from.

    `seconds` from the end of the service to the rating; `text_key` is shared by equal texts of
    `text_length` characters; `device` a random number of the device, no address.
    """

    number: str
    county: str
    case: str
    service: str
    channel: RatingChannel
    level: Level
    origin: Origin
    standing: Standing
    rated_at: datetime
    seconds: int
    window: str = ""
    unit: str = ""
    item: str = ""
    device: str = ""
    text_key: str = ""
    text_length: int = 0


class TicketState(StrEnum):
    """Where a bad rating stands (差评工单状态)."""

    PENDING = "待核实"
    VERIFYING = "核实中"
    RECTIFYING = "整改中"
    CALLING = "待回访"
    CLOSED = "办结"
    REVIEW = "复核中"
    STRUCK = "剔除"

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done (已终结)."""
        return self in (TicketState.CLOSED, TicketState.STRUCK)


class ClockKey(StrEnum):
    """The clocks of a bad rating (差评时限)."""

    VERIFY = "核实"
    RECTIFY = "整改反馈"
    REVIEW = "复核"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The limits a ticket was opened with (工单时限): a later change of the local rules leaves them."""

    verify_days: int
    rectify_days: int
    review_days: int
    appeal_days: int
    extend_days: int
    call_attempts: int
    appeal_pauses: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one clock (时限台账)."""

    clock: ClockKey
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRating:
    """A bad rating being dealt with (差评工单).

    `named` tells a real-name rating (实名), whose rater must be called back; `handler` who deals
    with it, never the person rated; `acted` everybody who did something to the case (办过这件的人), whatever
    the post, none of whom handles the ticket either; `before_review` the state an upheld appeal returns to;
    `appellant` who appealed; `asked_days` an extension asked for and not yet answered.
    """

    number: str
    county: str
    case: str
    opened_at: datetime
    allowed: Allowed
    named: bool
    state: TicketState = TicketState.PENDING
    serial: int = 1
    unit: str = ""
    window: str = ""
    rated: str = ""
    acted: tuple[str, ...] = ()
    handler: str = ""
    before_review: TicketState | None = None
    appellant: str = ""
    appealed: bool = False
    asked_days: int | None = None
    asker: str = ""
    extended: bool = False
    reached: int = 0
    missed: int = 0
    refused: int = 0
    closed_at: datetime | None = None
    ledgers: tuple[Ledger, ...] = ()

    def concerns(self, account: str) -> bool:
        """Whether this person was rated or did something to the case (被评价人、办过这件的人)."""
        return bool(account) and account in (self.rated, *self.acted)

    def ledger(self, clock: ClockKey) -> tuple[Entry, ...]:
        """The entries of one clock, () when it has not begun."""
        return next((one.entries for one in self.ledgers if one.clock is clock), ())


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """Something done to a ticket (工单事件): the move's key, who, as what, when, and what was given."""

    move: str
    at: datetime
    actor: str
    role: str
    given: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """What was given for a field, "" when nothing."""
        return dict(self.given).get(name, "")

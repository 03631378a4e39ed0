"""Making invitations, ratings and bad ratings through the services (测试用数据)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.idnumbers import check_digit
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.applicants.services import register_applicant
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation, StoredRating
from kaocheng.site.feedback.services import (
    handle_bad_rating,
    invite_rating,
    rate,
    set_local_value,
    token_of,
)
from tests.feedback.making import FILLED_IN as WORDS
from tests.site.conftest import AccountOf

MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=SHANGHAI)
"""Monday 2 March 2026, ten o'clock."""


@dataclass
class Feedback:
    """Ratings of the clerk of D01 at W1; each of a new case unless one is named."""

    county: str
    account_of: AccountOf
    clerk: Account = field(init=False)
    _numbers: count[int] = field(default_factory=lambda: count(1))
    _people: dict[Role, Account] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clerk = self.account_of(Role.WINDOW_CLERK, unit="D01", window="W1")

    def person(self, role: Role) -> Account:
        """Somebody of this role, always the same; department roles belong to D01."""
        if role not in self._people:
            own = role in (Role.DEPARTMENT_MANAGER, Role.CHIEF_REPRESENTATIVE)
            self._people[role] = self.account_of(role, unit="D01" if own else "B00")
        return self._people[role]

    def invite(self, *, at: datetime = MONDAY, **given: object) -> StoredInvitation:
        """An invitation of a new case, by the window's device."""
        plain = {
            "case": f"C{next(self._numbers)}", "service": "受理", "window": "W1", "item": "I1",
            "channel": RatingChannel.WINDOW_DEVICE, "rated": self.clerk, "by": self.clerk,
            "subject": "测试事项",
        }  # fmt: skip
        return invite_rating(county=self.county, at=at, **plain | given)  # type: ignore[arg-type]

    def rated(
        self,
        level: Level = Level.SATISFIED,
        *,
        at: datetime = MONDAY,
        reasons: tuple[str, ...] = (),
        text: str = "",
        device: str = "E1",
        **given: object,
    ) -> StoredRating:
        """A rating given one minute after its invitation."""
        token = token_of(self.invite(at=at, **given))
        later = at + timedelta(minutes=1)
        return rate(token=token, level=level, at=later, reasons=reasons, text=text, device=device)

    def bad(self, *, at: datetime = MONDAY, **given: object) -> StoredBadRating:
        """The ticket of a bad rating by a known applicant (实名)."""
        told = {"rater": "A1"} | given
        return self.rated(Level.DISSATISFIED, at=at, **told).ticket  # type: ignore[arg-type]

    def applicant(self) -> StoredApplicant:
        """Applicant 甲 with an obviously made-up number."""
        first = "51090419000101000"
        return register_applicant(
            county=self.county, kind="natural", name="申请人甲", id_kind="resident",
            id_number=first + check_digit(first), phone="13800000000", at=MONDAY,
            by=self.clerk, role="window_clerk",
        )  # fmt: skip

    def move(
        self,
        ticket: StoredBadRating,
        *moves: str,
        role: Role = Role.DEPARTMENT_MANAGER,
        at: datetime = MONDAY + timedelta(minutes=5),
        **given: str,
    ) -> StoredBadRating:
        """Moves of somebody of this role, with made-up words."""
        for move in moves:
            ticket = handle_bad_rating(
                county=self.county,
                number=ticket.number,
                move=move,
                given=WORDS | given,
                by=self.person(role),
                at=at,
            )
        return ticket

    def switch(self, key: str, value: str, *, at: datetime = MONDAY) -> None:
        """A local rule set from that day on."""
        set_local_value(
            county=self.county, key=key, value=value, since=at.date(), basis="某政办〔2026〕1号",
            by=self.person(Role.SYSTEM_MANAGER), role="system_manager", at=at,
        )  # fmt: skip

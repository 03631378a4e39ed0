"""A small hall for tests of cases (测试用大厅): published items, people of every post, one applicant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case
from tests.catalogue.versions import BUREAU, FIRE, HOUSING
from tests.site.conftest import AccountOf

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
"""A Monday with no holiday near."""


@dataclass
class Desk:
    """People at work and a clock that goes on; `open` and `move` call the services."""

    county: str
    clerk: Account
    house: Account
    fireman: Account
    chief: Account
    issuer: Account
    supervisor: Account
    citizen: Account
    applicant: str
    at: datetime = MONDAY
    roles: dict[int, Role] = field(default_factory=dict)
    account_of: AccountOf | None = None

    def again(self, role: Role, unit: str) -> Account:
        """Another person in such a post."""
        assert self.account_of is not None
        account = self.account_of(role, unit=unit)
        self.roles[account.pk] = role
        return account

    def again_chief(self, row: StoredCase) -> Account:
        """A chief representative of the department that decides this case."""
        return self.again(Role.CHIEF_REPRESENTATIVE, row.decider_unit)

    def open(self, item: str = "P001", **more: Any) -> StoredCase:
        """A case registered at the window with all its papers."""
        known: dict[str, Any] = {
            "channel": Channel.WINDOW, "by": self.clerk, "role": Role.WINDOW_CLERK, "at": self.at,
            "applicant": self.applicant, "again": True,
        }  # fmt: skip
        if item == "P001":
            known |= {"situations": ["owned"], "received": ["form", "identity", "plan", "deed"]}
        elif item == "P002":
            known |= {"received": ["identity"]}
        self.later(minutes=1)
        return open_case(county=self.county, item=item, **{**known, **more})

    def move(self, row: StoredCase, move: str, by: Account | None, **given: Any) -> StoredCase:
        """A move on that case, a minute later."""
        role = "law" if by is None else self.roles[by.pk]
        made = make_move(
            county=self.county,
            number=row.number,
            move=move,
            given=given,
            by=by,
            role=role,
            at=self.at,
        )
        self.later(minutes=1)
        return made

    def later(self, **by: float) -> None:
        """Some time passes."""
        self.at += timedelta(**by)


def desk_of(county: str, account_of: AccountOf) -> Desk:
    """The people, each in one post, and an applicant with an account."""
    posts = {
        "clerk": (Role.WINDOW_CLERK, BUREAU),
        "house": (Role.APPROVER, HOUSING),
        "fireman": (Role.APPROVER, FIRE),
        "chief": (Role.CHIEF_REPRESENTATIVE, BUREAU),
        "issuer": (Role.ISSUER, BUREAU),
        "supervisor": (Role.HALL_SUPERVISOR, ""),
        "citizen": (Role.APPLICANT, ""),
    }
    people = {name: account_of(role, unit=unit) for name, (role, unit) in posts.items()}
    roles = {people[name].pk: role for name, (role, _) in posts.items()}
    StoredApplicant.objects.create(
        county=county, number="A000001", kind="natural", name="申请人甲", id_kind="id_card",
        id_sealed="-", id_digest="1" * 64, account=people["citizen"], registered_at=MONDAY,
        changed_at=MONDAY, verified_at=MONDAY, verified_by="窗口核对证件原件",
    )  # fmt: skip
    return Desk(county, **people, applicant="A000001", roles=roles, account_of=account_of)

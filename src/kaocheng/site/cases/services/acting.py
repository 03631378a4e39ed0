"""Who acts (经办): an account in one of its roles, or the law itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kaocheng.cases.events import LAW, Actor
from kaocheng.cases.moves import BY_LAW
from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.base.bare import read_row
from kaocheng.site.cases.services.calendars import calendar_now
from kaocheng.site.hall.models import StoredAuthorisation


@dataclass(frozen=True, slots=True)
class Hand:
    """Who does something to a case, in which role, when (经办): None stands for the law.

    `calendar` is the one in force at that moment, asked for once; `own` the applicant the account itself is.
    """

    by: Account | None
    role: str
    at: datetime
    calendar: WorkCalendar
    own: StoredApplicant | None = None

    @property
    def name(self) -> str:
        """The name events bear (经办人): a member of staff by username, an applicant by number."""
        if self.own is not None:
            return self.own.number
        return LAW.number if self.by is None else self.by.get_username()


def hand(by: Account | None, role: Role | str, at: datetime) -> Hand:
    """The hand, its time in Beijing time; refuses a role the account does not hold today."""
    if by is None:
        return Hand(None, BY_LAW, at.astimezone(SHANGHAI), calendar_now())
    if role not in by.roles:
        title = Role(role).title if role in set(Role) else role
        raise Refusal("case.role", f"您没有“{title}”这个岗位。", "需要时请联系部门管理员。")
    own = StoredApplicant.objects.filter(account=by).first() if role == Role.APPLICANT else None
    if own is None and role == Role.APPLICANT:
        raise Refusal("case.scope", "您还没有登记申请人信息。", "请先完成实名登记。")
    return Hand(by, str(role), at.astimezone(SHANGHAI), calendar_now(), own)


def actor_of(acting: Hand, case: Case, *, signing: bool) -> Actor:
    """The actor as the core knows it; `signing` asks whether the department lets this person sign."""
    account = acting.by
    if account is None:
        return LAW
    acted_for = ""
    if acting.role == Role.APPLICANT and stands_for(acting, case.applicant, case.item, case.number):
        acted_for = case.applicant
    signs = may_sign(account, case, acting) if signing else None
    return Actor(acting.name, account.unit, signs, acted_for)


def stands_for(acting: Hand, applicant: str, item: str, case: str = "") -> bool:
    """Whether the account is this applicant, or holds its mandate for the item or the case (本人或代办)."""
    own = acting.own
    if own is None or own.number == applicant:
        return own is not None
    held = StoredMandate.objects.in_force(acting.at.date()).filter(
        county=own.county,
        principal__number=applicant,
        agent=own,
        scope__in=("", item, case),
    )
    return held.exists()


def may_sign(account: Account, case: Case, acting: Hand) -> bool | None:
    """Whether a letter of authorisation lets this person sign for the deciding department (授权).

    None where the department has not given any letter: there its posts decide alone.
    """
    unit = case.decider[1]
    if read_row(StoredAuthorisation, {"county": case.county, "department": unit}, ("id",)) is None:
        return None
    letters = StoredAuthorisation.objects.in_force(case.county, acting.at.date())
    of_unit = list(letters.filter(department=unit).select_related("account"))
    if not of_unit:
        return None
    records = (row.record() for row in of_unit if row.account_id == account.pk)
    return any(letter.covers(case.item, Power.SIGN) for letter in records)

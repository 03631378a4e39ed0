"""Who acts (经办): an account in one of its roles, or the law itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kaocheng.cases.events import LAW, Actor
from kaocheng.cases.moves import BY_LAW, Move
from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.accounts.models import Account
from kaocheng.site.applicants.models import StoredApplicant, StoredMandate
from kaocheng.site.base.bare import read_row
from kaocheng.site.cases.reach import opened_itself
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


def actor_of(acting: Hand, case: Case, move: Move | None, task: str = "") -> Actor:
    """The actor as the core knows it, and whether a letter gives him the power the move asks for."""
    account = acting.by
    if account is None:
        return LAW
    acted_for = ""
    if acting.role == Role.APPLICANT and stands_for(acting, case.applicant, case.item, case.number):
        acted_for = case.applicant
    power = next((_POWERS[name] for name in move.guards if name in _POWERS), None) if move else None
    allowed = is_authorised(account, case, power, _unit(case, power, task), acting.at.date())
    name = "" if acting.own else account.display_name
    return Actor(acting.name, account.unit, allowed, acted_for, name)


_POWERS = {"may_accept": Power.ACCEPT, "may_review": Power.REVIEW, "may_sign": Power.SIGN}
"""The power of a letter each guard asks for."""


def _unit(case: Case, power: Power | None, task: str) -> str:
    """The department whose power it is: that of the step, of the decision, or of the case."""
    found = case.task(task)
    if power is Power.REVIEW and found is not None:
        return found.unit
    return case.decider[1] if power is Power.SIGN else case.unit


def stands_for(acting: Hand, applicant: str, item: str, case: str = "") -> bool:
    """Whether the account is this applicant, or holds its mandate for the item or the case (本人或代办)."""
    own = acting.own
    if own is None:
        return False
    if own.number == applicant:
        return not case or not own.claimed or opened_itself(own, case)
    held = StoredMandate.objects.in_force(acting.at.date()).filter(
        county=own.county,
        principal__number=applicant,
        agent=own,
        scope__in=("", item, case),
    )
    return held.exists()


def is_authorised(
    account: Account, case: Case, power: Power | None, unit: str, on: date
) -> bool | None:
    """Whether a letter in force gives this person the power over the item for the department (授权).

    None where the department never gave a letter: there its posts decide alone. Once it has, nobody signs without
    one, also after the last was revoked; who accepts and who reviews is left to the posts until a letter names
    that power. A letter that lets somebody approve extensions only says nothing of the others.
    """
    where = {"county": case.county, "department": unit}
    if power is None or read_row(StoredAuthorisation, where, ("id",)) is None:
        return None
    rows = StoredAuthorisation.objects.filter(**where, since__lte=on).select_related("account")
    given = [(row.account_id, row.record()) for row in rows]
    given = [one for one in given if set(one[1].powers) != {Power.EXTEND}]
    if not any(power is Power.SIGN or power in letter.powers for _, letter in given):
        return None
    own = (letter for key, letter in given if key == account.pk)
    return any(letter.holds(on) and letter.covers(case.item, power) for letter in own)

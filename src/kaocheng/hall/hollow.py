"""名进实不进: a department is in the hall by name while its decisions are taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kaocheng.hall.residency import Authorisation, Mode, Power, Residency
from kaocheng.hall.staff import HIRED, Staff


class Sign(StrEnum):
    """By what the defect shows (表现)."""

    NO_STAFF = "登记为人员进驻而没有人员"
    NO_AUTHORITY = "在厅人员没有签发授权"
    SIGNED_OUTSIDE = "办件在大厅以外签批"
    NO_APPROVALS = "在厅人员本月没有审批"
    ONLY_HIRED = "在厅人员都是临聘、派遣"


@dataclass(frozen=True, slots=True)
class Signed:
    """A decision on a case (签批记录): case number, item, department, who signed, where, on which day."""

    case: str
    item: str
    department: str
    account: str
    in_hall: bool
    on: date


@dataclass(frozen=True, slots=True)
class Defect:
    """One sign of the defect (名进实不进问题): department, month, what was seen, the records that prove it."""

    department: str
    name: str
    month: date
    sign: Sign
    message: str
    cases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that is known of one department in one month."""

    residency: Residency
    month: date
    last: date
    letters: tuple[Authorisation, ...]
    staff: tuple[Staff, ...]
    signed: tuple[Signed, ...]

    def defect(self, sign: Sign, message: str, *, cases: Sequence[str] = ()) -> Defect:
        r = self.residency
        accounts = tuple(person.account for person in self.staff)
        return Defect(r.department, r.name, self.month, sign, message, tuple(cases), accounts)


def hollow_residencies(
    residencies: Iterable[Residency],
    letters: Iterable[Authorisation],
    staff: Iterable[Staff],
    signed: Iterable[Signed],
    month: date,
) -> tuple[Defect, ...]:
    """All signs of 名进实不进 in the month (given by its first day), department by department.

    A department whose items only are resident (事项进驻) is judged by where its cases are signed;
    one without cases in the month is not blamed for having signed none.
    """
    letters, staff, signed = tuple(letters), tuple(staff), tuple(signed)
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    found: list[Defect] = []
    for residency in residencies:
        if residency.holds_in(month, last):
            seen = _look(residency, (month, last), letters, staff, signed)
            found.extend(_judge(seen))
    return tuple(found)


def _look(
    residency: Residency,
    span: tuple[date, date],
    letters: tuple[Authorisation, ...],
    staff: tuple[Staff, ...],
    signed: tuple[Signed, ...],
) -> _Seen:
    own = residency.department
    return _Seen(
        residency,
        *span,
        tuple(one for one in letters if one.department == own and one.holds_in(*span)),
        tuple(p for p in staff if p.account in residency.staff and p.works(*span)),
        tuple(s for s in signed if s.department == own and span[0] <= s.on <= span[1]),
    )


def _judge(seen: _Seen) -> Iterator[Defect]:
    if seen.residency.mode is Mode.STAFF_AND_ITEMS:
        yield from _people(seen)
    if outside := [one.case for one in seen.signed if not one.in_hall]:
        share = f"{len(outside)}件，占本月签批{len(seen.signed)}件的{len(outside) / len(seen.signed):.1%}"
        yield seen.defect(Sign.SIGNED_OUTSIDE, f"在大厅以外签批{share}。", cases=outside)


def _people(seen: _Seen) -> Iterator[Defect]:
    if not seen.staff:
        yield seen.defect(Sign.NO_STAFF, "进驻方式为人员和事项进驻，本月没有在厅人员。")
        return
    here = {person.account for person in seen.staff}
    if not any(one.account in here and Power.SIGN in one.powers for one in seen.letters):
        message = f"在厅{len(here)}人，没有一人持有有效的签发授权，只能咨询、收件。"
        yield seen.defect(Sign.NO_AUTHORITY, message)
    if all(person.employment in HIRED for person in seen.staff):
        yield seen.defect(Sign.ONLY_HIRED, f"在厅{len(here)}人都是临聘、派遣或物业人员。")
    if seen.signed and not any(one.account in here for one in seen.signed):
        cases = [one.case for one in seen.signed]
        message = f"本月签批{len(cases)}件，没有一件由在厅人员签批。"
        yield seen.defect(Sign.NO_APPROVALS, message, cases=cases)

"""Staff, shifts, residency and letters of authorisation (人员、排班、进驻、授权)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kaocheng.hall.residency import Power, may
from kaocheng.hall.staff import HIRED, Employment, Shift, check_shift
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import (
    StoredAuthorisation,
    StoredHall,
    StoredResidency,
    StoredShift,
    StoredStaff,
    StoredWindow,
)
from kaocheng.site.hall.services.keeping import keep, tell


@transaction.atomic
def register_staff(
    *, county: str, account: Account, by: Account | str, role: str, at: datetime, **values: Any
) -> StoredStaff:
    """Register somebody who works in the hall, or change the open registration (大厅人员登记)."""
    row = StoredStaff.objects.filter(county=county, account=account, until__isnull=True).first()
    row = row or StoredStaff(county=county, account=account)
    keep(row, f"staff/{account.get_username()}", "save", Hand(by, role, at), values)
    return row


@transaction.atomic
def add_shift(
    *, county: str, account: Account, window: str, starts_at: datetime, ends_at: datetime,
    post: str, by: Account | str, role: str, at: datetime,
) -> StoredShift:  # fmt: skip
    """Put somebody to a window from – to (排班); refuses what overlaps for the person or the window."""
    place = StoredWindow.objects.filter(county=county, number=window).select_related("hall").first()
    if place is None:
        raise Refusal("window.none", f"没有编号为{window}的窗口。", "请核对窗口编号。")
    # shifts of one county follow each other, so that two planners cannot fill one gap at once
    list(StoredHall.objects.select_for_update().filter(county=county).order_by("pk"))
    near = StoredShift.objects.filter(county=county, starts_at__lt=ends_at, ends_at__gt=starts_at)
    others = [row.record() for row in near.select_related("account", "window")]
    check_shift(Shift(account.get_username(), window, starts_at, ends_at, post), others)
    row = StoredShift(
        county=county, account=account, window=place, role=post,
        starts_at=starts_at, ends_at=ends_at,
    )  # fmt: skip
    told = {"account": account.get_username(), "starts_at": starts_at, "ends_at": ends_at}
    row.full_clean()
    row.save()
    tell(county, f"window/{window}", "shift", Hand(by, role, at), {**told, "post": post})
    return row


@transaction.atomic
def drop_shift(*, county: str, shift: int, by: Account | str, role: str, at: datetime) -> None:
    """Take a shift back (取消排班); one that has begun stays in the record."""
    row = StoredShift.objects.filter(county=county, pk=shift).select_related("window", "account")
    found = row.first()
    if found is None:
        raise Refusal("shift.none", "没有这个排班。", "请刷新页面。")
    if found.starts_at <= at:
        raise Refusal(
            "shift.begun", "已经开始的排班不能取消。", "请另加排班，或由实际开窗记录说明。"
        )
    facts = {"account": found.account.get_username(), "starts_at": found.starts_at}
    tell(county, f"window/{found.window.number}", "shift_dropped", Hand(by, role, at), facts)
    found.delete()


@transaction.atomic
def save_residency(
    *, county: str, department: str, by: Account | str, role: str, at: datetime, **values: Any
) -> StoredResidency:
    """Register a department's residency or change the open registration (部门进驻登记)."""
    row = StoredResidency.objects.filter(county=county, department=department, until__isnull=True)
    found = row.first() or StoredResidency(county=county, department=department)
    due, items = set(values.get("due", found.due)), set(values.get("items", found.items))
    excused: Mapping[str, str] = values.get("excused", found.excused)
    if extra := sorted(items - due):
        raise Refusal(
            "residency.items",
            f"已进驻事项{'、'.join(extra)}不在应进驻事项里。",
            "请先列入应进驻事项。",
        )
    if both := sorted(items & set(excused)):
        raise Refusal(
            "residency.excused", f"事项{'、'.join(both)}既已进驻又列为不进驻。", "请保留一种。"
        )
    keep(found, f"residency/{department}", "save", Hand(by, role, at), values)
    return found


@transaction.atomic
def authorise(
    *, county: str, number: str, department: str, account: Account, items: Iterable[str],
    powers: Iterable[Power], since: date, until: date | None = None, by: Account | str, role: str,
    at: datetime,
) -> StoredAuthorisation:  # fmt: skip
    """Register a letter of authorisation (授权书); hired people may not be given the power to sign."""
    chosen, named = [Power(power) for power in powers], sorted(set(items))
    if not chosen or not named or (until is not None and until < since):
        raise Refusal(
            "authorisation.empty",
            "授权书要写明事项、内容和先后不颠倒的起止日期。",
            "请补全或改正。",
        )
    staff = StoredStaff.objects.filter(county=county, account=account, until__isnull=True).first()
    if Power.SIGN in chosen and staff is not None and Employment(staff.employment) in HIRED:
        raise Refusal(
            "authorisation.hired",
            f"{account.display_name}是{staff.employment}人员，不能授予签发权。",
            "请授权给在编或部门派驻人员。",
        )
    if StoredAuthorisation.objects.filter(county=county, number=number).exists():
        raise Refusal("authorisation.twice", f"授权书{number}已经登记。", "请核对文号。")
    row = StoredAuthorisation(county=county, number=number, account=account)
    values = {"department": department, "items": named, "powers": [p.value for p in chosen],
              "since": since, "until": until}  # fmt: skip
    keep(row, f"residency/{department}", f"authorise.{number}", Hand(by, role, at), values)
    return row


@transaction.atomic
def revoke_authorisation(
    *, county: str, number: str, on: date, cause: str, by: Account | str, role: str, at: datetime
) -> StoredAuthorisation:
    """Revoke a letter from a day on (收回授权); the past is not changed."""
    row = StoredAuthorisation.objects.filter(county=county, number=number).first()
    if row is None or row.revoked_on is not None:
        raise Refusal("authorisation.none", f"没有可收回的授权书{number}。", "请核对文号。")
    if on < local_day(at):
        raise Refusal(
            "authorisation.past", "收回日期不能早于今天。", "已经作出的签发不因收回而失效。"
        )
    values = {"revoked_on": on, "revoke_cause": cause}
    keep(row, f"residency/{row.department}", f"revoke.{number}", Hand(by, role, at), values)
    return row


def authorised(
    *, county: str, account: Account, item: str, power: Power, on: date
) -> StoredAuthorisation | None:
    """The letter under which this account may do it on that day (授权依据), None when there is none."""
    letters = StoredAuthorisation.objects.in_force(county, on).filter(account=account)
    rows = {row.number: row for row in letters.select_related("account")}
    found = may((row.record() for row in rows.values()), account.get_username(), item, power, on)
    return rows[found.number] if found else None

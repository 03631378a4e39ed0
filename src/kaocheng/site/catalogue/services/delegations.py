"""Handing items down to towns (下沉): made, ended, asked for at the town's window."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from kaocheng.catalogue import delegations as core
from kaocheng.catalogue.delegations import Delegation, overlap
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.models import StoredDelegation, StoredDepartment
from kaocheng.site.catalogue.services.recording import record
from kaocheng.site.catalogue.services.standing import locked_item


@transaction.atomic
def delegate_item(
    *,
    county: str,
    item: str,
    target: str,
    since: date,
    basis: str,
    by: Account | str,
    role: str,
    at: datetime,
    until: date | None = None,
    powers: str = "受理",
) -> StoredDelegation:
    """Hand an item down to a town; refuses what is no town, or days it already has it."""
    row = locked_item(county, item)
    if not StoredDepartment.objects.filter(county=county, code=target, town=True).exists():
        raise Refusal(
            "delegation.town", f"“{target}”不是登记的镇（街道）。", "请先到“部门”里登记。"
        )
    new = Delegation(item, row.unit, target, since, basis, until, powers)
    if hindrance := overlap(_held(county, item, target), new):
        raise hindrance
    made = StoredDelegation(
        county=county, item=item, source=row.unit, target=target, since=since, until=until,
        basis=basis, powers=powers,
    )  # fmt: skip
    made.full_clean()
    made.save()
    facts = {"target": target, "since": since, "basis": basis, "powers": powers}
    record(county, f"item/{item}", "delegate", facts, Hand(by, role, at))
    return made


@transaction.atomic
def end_delegation(
    *, county: str, number: int, until: date, basis: str, by: Account | str, role: str, at: datetime
) -> StoredDelegation:
    """Take an item back from a town after a day; refuses one that ended before."""
    rows = StoredDelegation.objects.select_for_update()
    row = rows.filter(county=county, pk=number).first()
    if row is None:
        raise Refusal("delegation.unknown", "没有这一项下沉。", "请刷新页面。")
    if row.until is not None and row.until <= until:
        raise Refusal("delegation.ended", f"这一项下沉到 {row.until} 为止。", "不用再收回。")
    if until < row.since or not basis.strip():
        raise Refusal("delegation.dates", "终止日早于起始日，或没有写依据。", "请核对日期和依据。")
    row.until = until
    row.save(update_fields=["until"])
    facts = {"target": row.target, "until": until, "basis": basis}
    record(county, f"item/{row.item}", "undelegate", facts, Hand(by, role, at))
    return row


def may_take_in(*, county: str, item: str, town: str, on: date) -> bool:
    """Whether a town may take in an item on a day (镇级受理)."""
    return core.may_take_in(_held(county, item, town), item, town, on)


def delegation_of(row: StoredDelegation) -> Delegation:
    """The value of a row."""
    return Delegation(row.item, row.source, row.target, row.since, row.basis, row.until, row.powers)


def _held(county: str, item: str, target: str) -> list[Delegation]:
    rows = StoredDelegation.objects.filter(county=county, item=item, target=target)
    return [delegation_of(row) for row in rows]

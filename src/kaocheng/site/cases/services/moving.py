"""Making a move on a case (办件流转): locked, judged by the core, stored with its event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.cases import moving as core
from kaocheng.cases.events import LAW
from kaocheng.cases.moves import moves
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.acting import Hand, actor_of, hand
from kaocheng.site.cases.services.storing import update_case
from kaocheng.site.cases.services.versions import pinned

_RACED = frozenset({"case.state", "case.task_done", "case.time"})
"""Refusals that may only mean that somebody else was faster."""


def make_move(
    *,
    county: str,
    number: str,
    move: str,
    given: Mapping[str, Any],
    by: Account | None,
    role: Role | str,
    at: datetime,
    expected_serial: int | None = None,
) -> StoredCase:
    """Make one move on a case (办理一步). Refuses with who was faster when somebody moved it meanwhile.

    `expected_serial` is the serial the page was drawn with; without it only a move that is no longer possible
    is refused. `by` None is the law itself.
    """
    acting = hand(by, role, at)
    with transaction.atomic():
        row = locked(county, number)
        if expected_serial is not None and expected_serial != row.serial:
            raise raced(row)
        return move_row(row, move, given, acting)


def locked(county: str, number: str) -> StoredCase:
    """The row of a case, locked until the transaction ends."""
    rows = StoredCase.objects.select_for_update().filter(county=county, number=number)
    row: StoredCase | None = rows.first()
    if row is None:
        raise Refusal("case.none", f"没有编号为 {number} 的办件。", "请核对办件编号。")
    return row


def move_row(row: StoredCase, move: str, given: Mapping[str, Any], acting: Hand) -> StoredCase:
    """Make a move on a row that is locked already."""
    case = row.record()
    version = pinned(row.county, row.item, row.version, row.pinned)
    declared = moves().get(move)
    actor = actor_of(acting, case, signing=declared is not None and "may_sign" in declared.guards)
    events = core.make_move(
        case,
        version,
        move,
        given,
        by=actor,
        role=acting.role,
        at=acting.at,
        calendar=acting.calendar,
    )
    if isinstance(events, Refusal):
        raise told(row, events, acting)
    for event in events:
        after = core.evolve(case, event)
        row = update_case(row, case, after, event, acting)
        case = after
    return row


def raced(row: StoredCase) -> Refusal:
    """What the slower of two is told: who, when, what."""
    return Refusal(
        "case.race", f"此办件刚{_last_step(row)}，您的操作没有保存。", "请刷新后按最新情况办理。"
    )


def told(row: StoredCase, refusal: Refusal, acting: Hand) -> Refusal:
    """The refusal, with who was faster where somebody else made the last step."""
    if refusal.code not in _RACED or row.moved_by == acting.name:
        return refusal
    return Refusal(refusal.code, f"{refusal.message}此办件刚{_last_step(row)}。", refusal.remedy)


def _last_step(row: StoredCase) -> str:
    move = moves().get(row.last_move)
    at = row.moved_at.astimezone(SHANGHAI)
    title = move.title if move else "登记"
    return f"由{_name(row.moved_by)}于 {at:%Y-%m-%d %H:%M} 办理“{title}”"


def _name(username: str) -> str:
    """What a member of staff is called; an applicant stands by number and is not named."""
    if username == LAW.number:
        return "系统"
    account = Account.objects.filter(username=username).first()
    return account.display_name if account else "申请人"

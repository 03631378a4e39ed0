"""Making a move on a case (办件流转): read, judged by the core, stored with its event if nobody was faster."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from kaocheng.cases import moving as core
from kaocheng.cases.encoding import decode_case
from kaocheng.cases.events import LAW
from kaocheng.cases.moves import moves
from kaocheng.cases.records import Case
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.base.bare import read_row
from kaocheng.site.cases.approving import with_approver
from kaocheng.site.cases.assisting import check_assistant
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.acting import Hand, actor_of, hand
from kaocheng.site.cases.services.storing import Kept, Overtaken, update_case
from kaocheng.site.cases.services.versions import pinned
from kaocheng.site.law.services import figures_of

_RACED = frozenset({"case.state", "case.task_done", "case.time"})
"""Refusals that may only mean that somebody else was faster."""
_SKEW = timedelta(minutes=1)
"""How far the watches of two processes may differ."""
_TRIES = 20
"""How often a move is judged anew when others move the case all the time."""


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
    return move_kept(county, number, move, given, acting=acting, expected_serial=expected_serial)


def move_kept(
    county: str,
    number: str,
    move: str,
    given: Mapping[str, Any],
    *,
    acting: Hand,
    expected_serial: int | None = None,
) -> StoredCase:
    """Read, judge, store; again from the start when somebody moved the case in between.

    The row is written only if its serial is still the one that was read, which locks it until the transaction
    ends: of two that move at once one waits, sees that the case has moved, and judges anew.
    """
    for _ in range(_TRIES):
        kept = kept_case(county, number)
        if expected_serial not in (None, kept.case.serial):
            break
        try:
            return _move(kept, move, given, acting)
        except Overtaken:
            continue
    raise raced(kept.case)


def kept_case(county: str, number: str) -> Kept:
    """A case as it is kept now."""
    row = read_row(StoredCase, {"county": county, "number": number}, ("id", "facts"))
    if row is None:
        raise Refusal("case.none", f"没有编号为 {number} 的办件。", "请核对办件编号。")
    stored = json.loads(row[1])
    return Kept(int(row[0]), stored, decode_case(stored))


def _move(kept: Kept, move: str, given: Mapping[str, Any], acting: Hand) -> StoredCase:
    case = kept.case
    acting = _not_before(case, acting)
    version = pinned(case.county, case.item, case.version, case.pinned)
    declared = moves().get(move)
    check_assistant(case, move, given)
    given = with_approver(case, move, given, acting.at.date())
    actor = actor_of(acting, case, declared, str(given.get("task", "")))
    events = core.make_move(
        case, version, move, given,
        by=actor, role=acting.role, at=acting.at, calendar=acting.calendar,
        figures=figures_of(case.county),
    )  # fmt: skip
    if isinstance(events, Refusal):
        raise told(case, events, acting)
    (event,) = events
    after = core.evolve(case, event)
    return update_case(kept, after, event, acting)


def _not_before(case: Case, acting: Hand) -> Hand:
    """The hand at the moment of the step before, when it came a little later than that by its own watch.

    Of two who work at once the one whose moment was taken first may be stored second, and the clocks of two machines
    are never quite the same. A larger gap is left for the core to refuse.
    """
    last = case.moved_at
    if last is None or not timedelta(0) < last - acting.at <= _SKEW:
        return acting
    return replace(acting, at=last)


def raced(case: Case) -> Refusal:
    """What the slower of two is told: who, when, what."""
    return Refusal(
        "case.race", f"此办件刚{_last_step(case)}，您的操作没有保存。", "请刷新后按最新情况办理。"
    )


def told(case: Case, refusal: Refusal, acting: Hand) -> Refusal:
    """The refusal, with who was faster where somebody else made the last step."""
    if refusal.code not in _RACED or case.moved_by == acting.name:
        return refusal
    return Refusal(refusal.code, f"{refusal.message}此办件刚{_last_step(case)}。", refusal.remedy)


def _last_step(case: Case) -> str:
    move = moves().get(case.last_move)
    at = (case.moved_at or case.received_at).astimezone(SHANGHAI)
    title = move.title if move else "登记"
    return f"由{_name(case.moved_by)}于 {at:%Y-%m-%d %H:%M} 办理“{title}”"


def _name(username: str) -> str:
    """What a member of staff is called; an applicant stands by number and is not named."""
    if username == LAW.number:
        return "系统"
    account = Account.objects.filter(username=username).first()
    return account.display_name if account else "申请人"

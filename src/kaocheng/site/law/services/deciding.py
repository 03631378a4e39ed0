"""Deciding on a notice (批准通知): by a second person, who has seen which open clocks move."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.replaying import Moved, moved_clocks, open_clocks, refresh_columns
from kaocheng.site.law.services.calendars import calendar_in_force, forget_approved

_LISTED = 1000


@dataclass(frozen=True, slots=True)
class Effect:
    """What a notice does to the open clocks (影响): counts of all, and the first of those that move."""

    moved: int
    later: int
    earlier: int
    now_known: int
    turn_late: int
    no_longer_late: int
    listed: tuple[Moved, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The counts by their names."""
        return {name: getattr(self, name) for name in _COUNTS}


_COUNTS = ("moved", "later", "earlier", "now_known", "turn_late", "no_longer_late")


def effect_of(*, notice: StoredNotice, county: str, at: datetime) -> Effect:
    """Which open clocks of the county would move, before anything is approved."""
    before = calendar_in_force()
    after = before.with_notices(notice.as_notices())
    counts: Counter[str] = Counter()
    listed: list[Moved] = []
    for moved in moved_clocks(open_clocks(county), before, after, at):
        counts.update(_kinds(moved))
        if len(listed) < _LISTED:
            listed.append(moved)
    return Effect(**{name: counts[name] for name in _COUNTS}, listed=tuple(listed))


def approve_notice(
    *, notice: int, by: Account, role: str, remark: str = "", at: datetime
) -> StoredNotice:
    """Put a notice into force; what moved is kept with it. Raises Refusal for its proposer and a second time."""
    with transaction.atomic():
        row = _undecided(notice, by)
        effect = effect_of(notice=row, county=by.county, at=at)
        row.effect = json.dumps(
            {**effect.counts, "listed": [_line(moved) for moved in effect.listed]},
            ensure_ascii=False,
        )
        _decide(row, NoticeState.APPROVED, (by, role), remark, at)
        _tell(row, "批准放假安排通知", effect.counts, (by, role))
        refresh_columns(calendar_in_force().with_notices(row.as_notices()), at)
    forget_approved()
    return row


def reject_notice(
    *, notice: int, by: Account, role: str, remark: str, at: datetime
) -> StoredNotice:
    """Turn a notice down, with a reason."""
    if not remark.strip():
        raise Refusal("law.reason", "没有写明不批准的理由。", "请写明理由，录入人才知道改什么。")
    with transaction.atomic():
        row = _undecided(notice, by)
        _decide(row, NoticeState.REJECTED, (by, role), remark, at)
        _tell(row, "不批准放假安排通知", {"remark": remark}, (by, role))
    return row


def _undecided(key: int, by: Account) -> StoredNotice:
    row = StoredNotice.objects.select_for_update().filter(pk=key).first()
    if row is None:
        raise Refusal("law.missing", "没有这份通知。", "请返回通知列表。")
    if row.state != NoticeState.PROPOSED:
        raise Refusal(
            "law.decided",
            f"这份通知已由{row.decided_by}办理（{row.get_state_display()}）。",
            "请刷新页面。",
        )
    if row.proposed_by == by.get_username():
        raise Refusal("law.same_person", "录入人不能批准自己录入的通知。", "请由另一人批准。")
    return row


def _decide(
    row: StoredNotice, state: NoticeState, who: tuple[Account, str], remark: str, at: datetime
) -> None:
    row.state, row.remark = state, remark
    row.decided_by, row.decided_at = who[0].get_username(), at
    row.full_clean()
    row.save()


def _tell(row: StoredNotice, kind: str, facts: dict[str, Any], who: tuple[Account, str]) -> None:
    append(
        county=who[0].county,
        stream=f"notice/{row.pk}",
        kind=kind,
        facts={"year": row.year, "document": row.document, **facts},
        actor=who[0],
        role=who[1],
        at=row.decided_at or row.proposed_at,
    )


def _kinds(moved: Moved) -> Iterator[str]:
    yield "moved"
    before, after = moved.before.due, moved.after.due
    if before is None and after is not None:
        yield "now_known"
    elif before and after and before != after:
        yield "later" if after > before else "earlier"
    if moved.turns_late:
        yield "turn_late"
    if moved.no_longer_late:
        yield "no_longer_late"


def _line(moved: Moved) -> dict[str, str]:
    return {
        "number": moved.clock.number,
        "name": moved.clock.name,
        "before": str(moved.before.due or ""),
        "after": str(moved.after.due or ""),
    }

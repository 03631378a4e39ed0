"""Going on (联办推进): when a case is closed, those that waited for it are opened with its result in hand."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kaocheng.cases.states import OPEN, Verdict
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.services import append
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import open_case
from kaocheng.site.themes.models import StoredThemeCase
from kaocheng.site.themes.services.handing import SHARED, handed_to

LOG = logging.getLogger(__name__)
_GRANTED = (Verdict.GRANTED.value, Verdict.RENEWED.value)
_OPEN = tuple(state.value for state in OPEN)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who goes on with it (经办)."""

    by: Account
    role: str
    at: datetime


def advance_theme_case(
    *, county: str, number: str, by: Account, role: str, at: datetime
) -> StoredThemeCase:
    """Open what can be opened now, and note when everything is over. Called again it changes nothing."""
    with transaction.atomic():
        row = StoredThemeCase.objects.of(county).select_for_update().filter(number=number).first()
        if row is None:
            raise Refusal("theme_case.none", f"没有编号为 {number} 的联办件。", "请核对编号。")
        open_ready(row, Acting(by, role, at))
        return row


def advance_theme_cases(*, county: str, at: datetime) -> int:
    """Go on with every theme case that is not over, as whoever opened it; how many got on.

    One that cannot go on (the post has ended, an item is no longer in force) waits for somebody to look at it.
    """
    return sum(_advanced(row, at) for row in StoredThemeCase.objects.of(county).open())


def _advanced(row: StoredThemeCase, at: datetime) -> bool:
    account = Account.objects.filter(username=row.opened_by).first()
    if account is None:
        return False
    role = Role.APPLICANT if Role.APPLICANT in account.roles else Role.WINDOW_CLERK
    try:
        after = advance_theme_case(
            county=row.county, number=row.number, by=account, role=role, at=at
        )
    except Refusal as refusal:
        LOG.warning("联办件 %s 没有推进：%s", row.number, refusal)
        return False
    return after.plan != row.plan or after.closed_at is not None


def open_ready(row: StoredThemeCase, acting: Acting) -> None:
    """Open every case whose predecessors are granted; inside the caller's transaction."""
    planned = row.planned()
    cases = {c.number: c for c in StoredCase.objects.of(row.county).filter(parent=row.number)}
    by_item = {one["item"]: cases.get(one["case"]) for one in planned}
    opened = []
    for one in planned:
        if not one["case"] and _ready(one, by_item):
            one["case"] = _open(row, one, acting)
            opened.append({"item": one["item"], "case": one["case"]})
    if opened:
        row.plan = json.dumps(planned, ensure_ascii=False)
        row.save(update_fields=["plan"])
        append(
            county=row.county, stream=f"theme_case/{row.number}", kind="theme_case.went_on",
            facts={"opened": opened}, actor=acting.by, role=acting.role, at=acting.at,
        )  # fmt: skip
    else:
        _close(row, planned, by_item, acting)


def _ready(one: dict[str, Any], by_item: dict[str, StoredCase | None]) -> bool:
    before = [by_item[item] for item in one["waits_for"] if item in by_item]
    return all(
        case is not None and case.state not in _OPEN and case.verdict in _GRANTED for case in before
    )


def _open(row: StoredThemeCase, one: dict[str, Any], acting: Acting) -> str:
    results = [{"key": result["key"], "form": SHARED} for result in one["results"]]

    def received(case: str) -> list[dict[str, Any]]:
        return handed_to(row.county, one["received"], case=case, at=acting.at) + results

    case = open_case(
        county=row.county, item=one["item"], applicant=row.applicant, channel=row.channel, by=acting.by,
        role=acting.role, at=acting.at, window=row.window, situations=one["situations"],
        parent=row.number, received=received, again=True,
    )  # fmt: skip
    return str(case.number)


def _close(
    row: StoredThemeCase,
    planned: list[dict[str, Any]],
    by_item: dict[str, StoredCase | None],
    acting: Acting,
) -> None:
    """Note the end: every case closed, or one that cannot be opened any more because another was refused."""
    if row.closed_at is not None:
        return
    known = [case for case in by_item.values() if case is not None]
    running = [case for case in known if case.state in _OPEN]
    waiting = [one for one in planned if not one["case"] and not _lost(one, by_item)]
    if known and not running and not waiting:
        row.closed_at = acting.at
        row.save(update_fields=["closed_at"])


def _lost(one: dict[str, Any], by_item: dict[str, StoredCase | None]) -> bool:
    """Whether it waits for a case that ended without being granted."""
    before = [by_item[item] for item in one["waits_for"] if item in by_item]
    return any(
        case is not None and case.state not in _OPEN and case.verdict not in _GRANTED
        for case in before
    )

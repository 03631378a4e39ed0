"""Appending an event (记入事件): inside the transaction of whoever changes something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db import IntegrityError

from kaocheng.kernel.events import (
    Act,
    Event,
    Facts,
    Head,
    canonical,
    chained_text,
    identity_number,
)
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services.choosing import algorithm
from kaocheng.site.audit.services.pacing import PACING
from kaocheng.site.base.bare import insert_row, read_row

SYSTEM = "system"
"""Who acts where no person does (系统自动)."""
_STREAM = re.compile(r"[a-z_]+/[^\s/][^\s]{0,99}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is known what it follows (待记事件): what was done, and the facts in canonical text."""

    act: Act
    facts: str


def append(
    *,
    county: str,
    stream: str,
    kind: str,
    facts: Facts,
    actor: Account | str,
    role: str,
    at: datetime,
) -> StoredEvent:
    """Append one event to a stream ("case/…"), inside the caller's transaction.

    Facts hold text, whole numbers, booleans, days, lists and mappings of them. Raises ValueError for anything else
    and for a citizen's identity number; Refusal when somebody else appended to the stream at the same
    moment: the caller's transaction is then over.
    """
    who = actor if isinstance(actor, str) else actor.get_username()
    key, values = append_draft(drafted(Act(county, stream, at, who, str(role), kind), facts))
    return StoredEvent(id=key, **values)


def drafted(act: Act, facts: Facts) -> Draft:
    """The event of this act as far as it can be made before the transaction; raises ValueError as `append`."""
    if not _STREAM.fullmatch(act.stream):
        raise ValueError(f"事件流的名称不合规定：{act.stream}。写法如 case/编号。")
    text = canonical(dict(facts))
    if identity_number(text, act.at.date()):
        raise ValueError(
            f"事件内容里有身份证号（{act.stream} {act.kind}）：个人信息只存在申请人库里。"
        )
    return Draft(act, text)


def append_draft(draft: Draft) -> tuple[int, dict[str, Any]]:
    """Append a drafted event, inside the caller's transaction; its key and columns. Refuses as `append`."""
    act = draft.act
    event = chained_text(act, draft.facts, _head(act.county, act.stream), algorithm())
    values = dict(zip(Event.__slots__, _columns(event), strict=True))
    key = _inserted(values)
    PACING.appended(act.county, act.at)
    return key, values


_columns = attrgetter(*Event.__slots__)


def _inserted(values: dict[str, Any]) -> int:
    try:
        return insert_row(StoredEvent, values)
    except IntegrityError as error:
        raise Refusal(
            "audit.race",
            "刚才有人同时办理了这一件，您的操作没有保存。",
            "请刷新页面，看过最新情况后再办。",
        ) from error


def _head(county: str, stream: str) -> Head | None:
    where = {"county": county, "stream": stream}
    found = read_row(StoredEvent, where, ("serial", "digest"), last="serial")
    return Head(*found) if found else None

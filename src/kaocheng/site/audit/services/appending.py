"""Appending an event (记入事件): inside the transaction of whoever changes something."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import IntegrityError

from kaocheng.kernel.events import Act, Event, Facts, Head, chained, identity_number
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services.choosing import algorithm
from kaocheng.site.audit.services.pacing import PACING
from kaocheng.site.base.bare import insert_row, read_row

SYSTEM = "system"
"""Who acts where no person does (系统自动)."""
_STREAM = re.compile(r"[a-z_]+/[^\s/][^\s]{0,99}")


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
    if not _STREAM.fullmatch(stream):
        raise ValueError(f"事件流的名称不合规定：{stream}。写法如 case/编号。")
    who = actor if isinstance(actor, str) else actor.get_username()
    event = chained(
        Act(county, stream, at, who, str(role), kind), facts, _head(county, stream), algorithm()
    )
    if identity_number(event.facts, at.date()):
        raise ValueError(f"事件内容里有身份证号（{stream} {kind}）：个人信息只存在申请人库里。")
    stored = _stored(event)
    PACING.appended(county, at)
    return stored


def _stored(event: Event) -> StoredEvent:
    try:
        values = {name: getattr(event, name) for name in Event.__slots__}
        return StoredEvent(id=insert_row(StoredEvent, values), **values)
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

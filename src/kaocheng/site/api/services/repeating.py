"""Calls that may come twice (幂等): the second gets the answer of the first, nothing is done again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.db.models import Q

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.models import StoredAnswer

KEPT = timedelta(days=7)
"""So long an answer is kept; afterwards its key is as good as new (应答保存期)."""
_SWEPT = 50


@dataclass(frozen=True, slots=True)
class Call:
    """A call that may come twice (请求): who asks, under which key, for what, when."""

    county: str
    caller: str
    key: str
    asked: Any
    at: datetime

    @property
    def digest(self) -> str:
        """What the same call has again, and another has not (请求摘要)."""
        return hashlib.sha256(_text(self.asked).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and whether it is the answer of an earlier call (应答)."""

    body: dict[str, Any]
    repeated: bool


def once(call: Call, do: Callable[[], dict[str, Any]]) -> Answer:
    """Do it, or give the answer kept for this key. What is done and its answer are stored together.

    The key is taken before anything is done: of two equal calls at one moment the second waits for the first
    and gets its answer. When it is refused, the key stays free. The same key for something else is refused.
    """
    if (kept := _kept(call)) is not None:
        return Answer(kept, repeated=True)
    try:
        with transaction.atomic():
            _sweep(call)
            row = _take(call)
            body = do()
            row.body = _text(body)
            row.save(update_fields=["body"])
    except _TakenError:
        return Answer(_kept(call) or {}, repeated=True)
    return Answer(json.loads(row.body), repeated=False)


class _TakenError(Exception):
    """Somebody took the key at this moment."""


def _take(call: Call) -> StoredAnswer:
    try:
        with transaction.atomic():
            return StoredAnswer.objects.create(
                county=call.county, caller=call.caller, key=call.key, call=call.digest, at=call.at
            )
    except IntegrityError as error:
        raise _TakenError from error


def _kept(call: Call) -> dict[str, Any] | None:
    rows = StoredAnswer.objects.filter(county=call.county, caller=call.caller, key=call.key)
    row = rows.filter(at__gt=call.at - KEPT).first()
    if row is None:
        return None
    if row.call != call.digest:
        raise Refusal(
            "api.key_used", "这个 Idempotency-Key 已经用于另一个请求。", "请为新的请求换一个。"
        )
    body: dict[str, Any] = json.loads(row.body)
    return body


def _sweep(call: Call) -> None:
    """Take away the oldest answers of the same caller that are past keeping, and that of this key."""
    rows = StoredAnswer.objects.filter(county=call.county, caller=call.caller)
    past = rows.filter(at__lte=call.at - KEPT)
    old = list(past.order_by("at", "pk").values_list("pk", flat=True)[:_SWEPT])
    rows.filter(Q(pk__in=old) | Q(key=call.key, at__lte=call.at - KEPT)).delete()


def _text(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)

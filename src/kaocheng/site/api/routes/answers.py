"""What every operation may answer (应答): its own data, or a problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Status

from kaocheng.site.accounts.models import Account
from kaocheng.site.api.auth import Bearer, Caller
from kaocheng.site.api.schemas.common import ProblemOut
from kaocheng.site.api.services import Call, once

OK, CREATED = 200, 201
_READING = (400, 404, 422, 429)
_WRITING = (400, 404, 409, 413, 415, 422, 429)
_TOKEN = (401, 403)
PUBLIC = "公开，不需要令牌"


def reading(schema: Any, bearer: Bearer | None = None) -> dict[str, Any]:
    """The options of an operation that reads; without a bearer it is public."""
    return _options({OK: schema}, _READING, bearer)


def writing(schema: Any, bearer: Bearer | None = None) -> dict[str, Any]:
    """The options of an operation that creates or changes something."""
    return _options({CREATED: schema}, _WRITING, bearer)


def once_for(
    request: HttpRequest,
    response: HttpResponse,
    *,
    key: str,
    asked: Any,
    do: Callable[[Any], dict[str, Any]],
    caller: str = "",
) -> Status[dict[str, Any]]:
    """Do what is asked at this moment, once for a key; says in a header when it was done before."""
    auth: Caller | None = getattr(request, "auth", None)
    call = Call(
        county=auth.county if auth else settings.COUNTY,
        caller=auth.name if auth else caller,
        key=key,
        asked=[request.method, request.path, asked],
        at=timezone.now(),
    )
    answer = once(call, lambda: do(call.at))
    response["Idempotent-Replayed"] = "true" if answer.repeated else "false"
    return Status(CREATED, answer.body)


def account_of(request: HttpRequest) -> Account:
    """The account of the token; the operation has asked for one."""
    account: Account = request.auth.account  # type: ignore[attr-defined]
    return account


def _options(
    schemas: dict[Any, Any], statuses: tuple[int, ...], bearer: Bearer | None
) -> dict[str, Any]:
    every = sorted({*statuses, *(_TOKEN if bearer else ())})
    problems = dict.fromkeys(every, ProblemOut)
    said = f"供{bearer.said}使用" if bearer else PUBLIC
    return {
        "auth": bearer,
        "response": {**schemas, **problems},
        "openapi_extra": {"x-who": said},
    }

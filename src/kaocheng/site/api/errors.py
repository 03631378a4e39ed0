"""What becomes of failures in the API (错误处理): each kind gets its answer, refusals are logged."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import Unannounced
from kaocheng.site.api.problems import Problem, answer, plain, refused, wording
from kaocheng.site.base.noticing import note_refusal

_LOGGED = (401, 403, 404)
_INVALID = 422


def handle_errors(api: NinjaAPI) -> None:
    """Give every kind of failure its answer."""
    api.add_exception_handler(Refusal, _refusal)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(AuthenticationError, _stranger)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(RequestDataTooBig, _too_big)
    api.add_exception_handler(Unannounced, _unannounced)
    api.add_exception_handler(HttpError, _unreadable)


def _refusal(request: HttpRequest, refusal: Any) -> HttpResponse:
    told = refused(refusal)
    if told.status_code in _LOGGED:
        note_refusal(request, f"{request.method} {request.path}：{refusal.code}")
    return told


def _not_found(request: HttpRequest, fault: Any) -> HttpResponse:
    """What is not there and what is not the caller's look alike; both are logged."""
    note_refusal(request, f"{request.method} {request.path}")
    return answer(404, Problem("api.none", str(fault) or "没有这一项。", "请核对编号。"))


def _stranger(request: HttpRequest, fault: Any) -> HttpResponse:
    note_refusal(request, f"{request.method} {request.path}：没有有效的令牌")
    told = plain(401)
    told["WWW-Authenticate"] = "Bearer"
    return told


def _invalid(request: HttpRequest, fault: Any) -> HttpResponse:
    fields = [
        {
            "field": ".".join(str(part) for part in one["loc"][1:])[:200],
            "message": wording(one["type"], one.get("ctx", {})),
        }
        for one in fault.errors[:50]
    ]
    problem = Problem("api.invalid", "请求内容不合要求。", "请按 fields 逐项改正。", fields)
    return answer(_INVALID, problem)


def _too_big(request: HttpRequest, fault: Any) -> HttpResponse:
    return plain(413)


def _unannounced(request: HttpRequest, fault: Any) -> HttpResponse:
    """A date is asked for in a year whose holidays nobody knows yet."""
    return refused(Refusal("law.year", str(fault)))


def _unreadable(request: HttpRequest, fault: Any) -> HttpResponse:
    """A body our parser refused is wrapped by the framework; the sentence is inside."""
    cause = fault.__cause__
    return refused(cause) if isinstance(cause, Refusal) else plain(fault.status_code)

"""The caller (叫号台): the window's own page, made for the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kaocheng.hall.moves import open_moves
from kaocheng.hall.moving import TABLE
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.desks import Desk, desk_of, free_windows, sitting_of
from kaocheng.site.hall.models import StoredTicket
from kaocheng.site.hall.polling import answer
from kaocheng.site.hall.queues import window_version

CALLERS = (Role.WINDOW_CLERK, Role.ISSUER, Role.CHIEF_REPRESENTATIVE, Role.HALL_SUPERVISOR)
"""Who may call (可叫号的岗位), the first one held is the one acted in."""
PAUSES = ("送件", "会商", "设备故障", "临时离岗", "用餐")
CAUSES = ("不属于本窗口业务", "还要到其他窗口办理", "材料需先咨询", "本窗口设备故障")


_MOVES: dict[str, Callable[..., object]] = {
    "recall": services.recall,
    "serve": services.serve,
    "finish": services.finish,
    "pass_over": services.pass_over,
}


def caller(request: SignedIn) -> HttpResponse:
    """The caller page, or the choice of a window for somebody who has not sat down yet."""
    at = timezone.now()
    sitting = sitting_of(request.user, at)
    if sitting is None:
        windows = free_windows(request.user, at)
        return render(request, "hall/caller/sit.html", {"windows": windows})
    return render(request, "hall/caller/desk.html", _context(request, desk_of(sitting, at)))


def panel(request: SignedIn) -> HttpResponseBase:
    """The changing part alone, or 304 when nothing this window shows has moved."""
    at = timezone.now()
    sitting = sitting_of(request.user, at)
    if sitting is None:
        return redirect("hall:caller")
    version = window_version(sitting.county, sitting.hall, local_day(at), sitting.window)
    tag = f"{sitting.pk}-{version}-{at:%H%M}"

    def make() -> str:
        context = _context(request, desk_of(sitting, at))
        return render_to_string("hall/caller/panel.html", context)

    return answer(request, tag, make)


@require_POST
def sit(request: SignedIn, deed: str) -> HttpResponseBase:
    """Open, pause, resume or close one's window (开窗、暂停、恢复、关窗)."""
    user, at, role = request.user, timezone.now(), role_of(request)
    sitting = sitting_of(user, at)
    window = sitting.window if sitting else request.POST.get("window", "")
    given: dict[str, Any] = {
        "county": user.county,
        "window": window,
        "by": user,
        "role": role,
        "at": at,
    }
    deeds: dict[str, Callable[[], object]] = {
        "open": lambda: services.open_window(**given),
        "pause": lambda: services.pause_window(cause=request.POST.get("cause", ""), **given),
        "resume": lambda: services.resume_window(**given),
        "close": lambda: services.close_window(**given),
    }
    return _do(request, _known(deeds, deed))


@require_POST
def act(request: SignedIn, move: str) -> HttpResponseBase:
    """Call, recall, serve, finish, pass over, call back: one key each."""
    user, at, role = request.user, timezone.now(), role_of(request)
    sitting = sitting_of(user, at)
    if sitting is None:
        return redirect("hall:caller")
    who: dict[str, Any] = {"county": user.county, "by": user, "role": role, "at": at}
    if move == "next":
        return _do(request, lambda: _next(sitting.window, who, request))
    given: dict[str, Any] = {
        **who,
        "number": request.POST.get("number", ""),
        "expected_serial": _serial(request),
    }
    if move == "call_back":
        return _do(request, lambda: services.call_back(window=sitting.window, **given))
    service = _known(_MOVES, move)
    return _do(request, lambda: service(**given))


def transfer(request: SignedIn) -> HttpResponseBase:
    """Send the ticket in hand to another window or group (转窗)."""
    at = timezone.now()
    sitting = sitting_of(request.user, at)
    desk = desk_of(sitting, at) if sitting else None
    if desk is None or desk.current is None:
        messages.warning(request, "现在没有可以转的号票。")
        return redirect("hall:caller")
    if request.method != "POST":
        context = {"desk": desk, "causes": CAUSES, "others": desk.others()}
        return render(request, "hall/caller/transfer.html", context)
    target, _, number = request.POST.get("target", "").partition(":")
    cause = request.POST.get("cause", "") or request.POST.get("other_cause", "")
    where: dict[str, Any] = {"window": number} if target == "window" else {"group": number}
    given: dict[str, Any] = {"county": request.user.county, "number": desk.current.number, "cause": cause,
             "by": request.user, "role": role_of(request), "at": timezone.now(),
             "expected_serial": _serial(request)}  # fmt: skip
    return _do(request, lambda: services.transfer(**where, **given))


def _known(deeds: dict[str, Callable[..., object]], key: str) -> Callable[..., object]:
    if key not in deeds:
        raise Http404("没有这个操作。")
    return deeds[key]


def role_of(request: SignedIn) -> str:
    """The role somebody calls in: a clerk before a supervisor, who may do more (经办角色)."""
    return next((role.value for role in CALLERS if role in request.user.roles), "")


def _next(window: str, who: dict[str, Any], request: HttpRequest) -> StoredTicket | None:
    """Call the next; a ticket being served is finished first, as the key says (办结并叫下一位)."""
    number, serial = request.POST.get("number", ""), _serial(request)
    if number:
        services.finish(number=number, expected_serial=serial, **who)
    row = services.call_next(window=window, **who)
    if row is None:
        messages.info(request, "没有人在等本窗口的业务。")
    return row


def _do(request: HttpRequest, deed: Callable[[], object]) -> HttpResponseBase:
    """Do it and come back to the page; a refusal is shown there."""
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("hall:caller")


def _serial(request: HttpRequest) -> int | None:
    told = request.POST.get("serial", "")
    return int(told) if told.isascii() and told.isdigit() else None


def _context(request: SignedIn, desk: Desk) -> dict[str, Any]:
    current = desk.current
    moves = open_moves(TABLE, current.state, role_of(request)) if current else ()
    return {
        "desk": desk,
        "may": {move.key for move in moves},
        "pauses": PAUSES,
        "case_page": _case_page(current),
        "csrf_token": get_token(request),
    }


def _case_page(current: StoredTicket | None) -> str:
    """Where a case is opened with this ticket; the page belongs to an app above and is named in settings."""
    name = getattr(settings, "TICKET_CASE_PAGE", "")
    if not name or current is None:
        return ""
    try:
        return f"{reverse(name)}?ticket={current.number}"
    except NoReverseMatch:
        return ""

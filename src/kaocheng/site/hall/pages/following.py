"""Following a ticket on the telephone (号票查询): a public page under a code nobody can guess."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST

from kaocheng.hall.moves import open_moves
from kaocheng.hall.moving import TABLE
from kaocheng.hall.tickets import TicketState
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredHall, StoredTicket, StoredWindow
from kaocheng.site.hall.polling import answer
from kaocheng.site.hall.queues import queue_of, version_of

_HOLDER = "holder"


def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Where my ticket stands (我的号票)."""
    context = _context(_ticket(code))
    return render(request, "hall/follow/ticket.html", context)


def follow_state(request: HttpRequest, code: str) -> HttpResponse:
    """The changing part alone, or 304 when nothing has moved."""
    row = _ticket(code)
    version = version_of(row.county, row.hall, row.day)
    tag = f"{row.serial}-{version}-{timezone.now():%H%M}"
    return answer(request, tag, lambda: render_to_string("hall/follow/state.html", _context(row)))


@require_POST
def follow_give_up(request: HttpRequest, code: str) -> HttpResponseBase:
    """Give the ticket up (弃号)."""
    row = _ticket(code)
    services.give_up(
        county=row.county, number=row.number, by=_HOLDER, role=_HOLDER, at=timezone.now()
    )
    return redirect("hall:follow", code)


@require_POST
def follow_rejoin(request: HttpRequest, code: str) -> HttpResponseBase:
    """Queue again after being passed over (过号重排)."""
    row = _ticket(code)
    services.rejoin(
        county=row.county, number=row.number, by=_HOLDER, role=_HOLDER, at=timezone.now()
    )
    return redirect("hall:follow", code)


def _ticket(code: str) -> StoredTicket:
    found = StoredTicket.objects.filter(county=settings.COUNTY, code=code).first()
    if found is None:
        raise Http404("没有这张号票，请核对号票上的二维码。")
    return found


def _context(row: StoredTicket) -> dict[str, Any]:
    hall = StoredHall.objects.get(county=row.county, number=row.hall)
    ticket, waits = row.record(), row.state == TicketState.WAITING
    window = row.window or row.reserved
    names = StoredWindow.objects.filter(county=row.county, number=window)
    may = {move.key for move in open_moves(TABLE, row.state, _HOLDER)}
    return {
        "hall": hall,
        "row": row,
        "ticket": ticket,
        "group": hall.groups.filter(letter=row.group).first(),
        "window": names.values_list("name", flat=True).first() or "",
        "estimate": queue_of(hall, timezone.now()).estimate(ticket) if waits else None,
        "waited": _minutes(ticket.waited),
        "served": _minutes(ticket.served),
        "rating": _rating(row),
        "may_give_up": "give_up" in may,
        "may_rejoin": "rejoin" in may and row.rejoins < hall.rejoins,
    }


def _rating(row: StoredTicket) -> str:
    """Where the visit is rated, once it has ended; ratings stand above and are named in the settings."""
    if row.state != TicketState.FINISHED:
        return ""
    return str(import_string(settings.VISIT_RATING)(row=row, at=timezone.now()))


def _minutes(spent: int) -> int:
    """Whole minutes of so many microseconds."""
    return round(spent / 60_000_000)

"""The floor (大厅现场): live for the supervisor, and the figures of a day with what proves them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from kaocheng.hall.measures import Hour, by_hour, definitions, hall_measures
from kaocheng.hall.posts import Role
from kaocheng.hall.tickets import TicketEvent
from kaocheng.hall.timelines import stays
from kaocheng.kernel.clocks import local_day
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.base.paging import page_of
from kaocheng.site.hall.floors import floor_of, open_seconds, tickets_of
from kaocheng.site.hall.models import StoredHall, StoredTicket, StoredWindow
from kaocheng.site.hall.pages.choosing import chosen_day, chosen_hall, halls_of
from kaocheng.site.hall.polling import answer
from kaocheng.site.hall.queues import version_of


def floor(request: SignedIn) -> HttpResponse:
    """Load per window and the day so far (大厅现场)."""
    hall = chosen_hall(request)
    if hall is None:
        return render(request, "hall/floor/none.html")
    context = {"halls": halls_of(request), **_live(hall, timezone.now())}
    return render(request, "hall/floor/floor.html", context)


def floor_live(request: SignedIn) -> HttpResponseBase:
    """The changing part alone, or 304 when nothing has moved within the minute."""
    hall, at = chosen_hall(request), timezone.now()
    if hall is None:
        raise Http404("还没有登记大厅。")
    tag = f"{hall.pk}-{version_of(hall.county, hall.number, local_day(at))}-{at:%H%M}"
    return answer(request, tag, lambda: render_to_string("hall/floor/live.html", _live(hall, at)))


def figures(request: SignedIn) -> HttpResponse:
    """The measures of a day, each with its formula and a way to its tickets (运行数据)."""
    hall, at = chosen_hall(request), timezone.now()
    if hall is None:
        return render(request, "hall/floor/none.html")
    day = chosen_day(request, at)
    tickets = tickets_of(hall, day)
    hours = by_hour(tickets)
    context = {
        "hall": hall,
        "halls": halls_of(request),
        "day": day,
        "count": len(tickets),
        "measures": hall_measures(tickets, open_seconds(hall, day, at)),
        "definitions": definitions(),
        **_charts(hours),
    }
    return render(request, "hall/floor/figures.html", context)


def proof(request: SignedIn, key: str) -> HttpResponse:
    """The tickets that prove one figure (数据依据)."""
    hall, at = chosen_hall(request), timezone.now()
    if hall is None:
        raise Http404("还没有登记大厅。")
    day = chosen_day(request, at)
    measures = hall_measures(tickets_of(hall, day), open_seconds(hall, day, at))
    measure = next((one for one in measures if one.key == key), None)
    if measure is None:
        raise Http404("没有这项数据。")
    rows = StoredTicket.objects.of_day(hall.county, hall.number, day).filter(
        number__in=measure.tickets
    )
    context = {
        "hall": hall, "day": day, "measure": measure,
        "page": page_of(rows, request, by=("-waited", "-id")),
    }  # fmt: skip
    return render(request, "hall/floor/proof.html", context)


def ticket(request: SignedIn, number: str) -> HttpResponse:
    """One ticket on its time line: waiting, serving, and the cases it opened (号票详情)."""
    row = StoredTicket.objects.filter(county=request.user.county, number=number).first()
    if row is None:
        raise Http404("没有这张号票，或者它不在您的县区。")
    stored = StoredEvent.objects.filter(county=row.county, stream=f"ticket/{number}")
    events = [
        TicketEvent(e.kind, timezone.localtime(e.at), e.actor, e.role, e.told)
        for e in stored.order_by("serial")
    ]
    names = StoredWindow.objects.filter(county=row.county).values_list("number", "name")
    context = {
        "row": row,
        "line": stays(events),
        "names": dict(names),
        "events": events,
        "sees_cases": bool(request.user.roles - {Role.SYSTEM_MANAGER}),
    }
    return render(request, "hall/floor/ticket.html", context)


def _live(hall: StoredHall, at: datetime) -> dict[str, Any]:
    view = floor_of(hall, at)
    counts = view.queue.counts()
    groups = [(group, counts.get(group.letter, 0)) for group in hall.groups.filter(active=True)]
    return {"hall": hall, "view": view, "groups": groups, "at": at, **_charts(view.hours)}


def _charts(hours: tuple[Hour, ...]) -> dict[str, Any]:
    """Hour by hour: tickets taken and finished, and the mean wait (分时图)."""
    waits = [hour.mean_wait.value for hour in hours]
    return {
        "hours": [f"{hour.hour}时" for hour in hours],
        "loads": {
            "取号": [len(hour.taken) for hour in hours],
            "办结": [len(hour.finished) for hour in hours],
        },
        "waits": {"平均等候": [None if w is None else round(float(w), 1) for w in waits]},
    }

"""The board (叫号显示屏): the last calls, who was passed over, how many wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.utils import timezone

from kaocheng.hall.announcing import announcement
from kaocheng.hall.tickets import TicketState
from kaocheng.site.hall.models import StoredHall, StoredTicket, StoredWindow, StoredZone
from kaocheng.site.hall.models.tickets import AT_WINDOW

_PASSED = 8


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the board (叫号): `key` changes with every call, so that a screen hears what is new."""

    key: str
    label: str
    window: str
    calling: bool
    words: str


@dataclass(frozen=True, slots=True)
class Board:
    """What a display shows (显示屏内容)."""

    calls: tuple[Call, ...]
    passed: tuple[str, ...]
    waiting: tuple[tuple[str, str, int], ...]


def board_of(hall: StoredHall, zone: StoredZone | None, at: datetime) -> Board:
    """Read the board of a hall, or of one zone of it."""
    day = timezone.localtime(at).date()
    tickets = StoredTicket.objects.of_day(hall.county, hall.number, day)
    windows = StoredWindow.objects.filter(county=hall.county, hall=hall)
    windows = windows.filter(zone=zone) if zone else windows
    names = dict(windows.values_list("number", "name"))
    called = tickets.filter(state__in=AT_WINDOW, window__in=names).order_by("-called_at", "number")
    passed = tickets.filter(state=TicketState.PASSED.value).order_by("-since", "number")
    return Board(
        tuple(_call(row, names[row.window]) for row in called[: hall.rules.display_calls]),
        tuple(passed.values_list("label", flat=True)[:_PASSED]),
        _waiting(hall, zone, day),
    )


def _call(row: StoredTicket, window: str) -> Call:
    key = f"{row.number}/{row.calls}/{row.called_at:%H%M%S%f}"
    calling = row.state == TicketState.CALLED
    return Call(key, row.label, window, calling, announcement(row.label, window))


def _waiting(
    hall: StoredHall, zone: StoredZone | None, day: date
) -> tuple[tuple[str, str, int], ...]:
    groups = hall.groups.filter(active=True)
    groups = groups.filter(windows__zone=zone).distinct() if zone else groups
    rows = StoredTicket.objects.filter(
        county=hall.county, hall=hall.number, day=day, state=TicketState.WAITING.value
    )
    counts = dict(rows.values_list("group").annotate(Count("id")))
    return tuple((g.letter, g.name, counts.get(g.letter, 0)) for g in groups)

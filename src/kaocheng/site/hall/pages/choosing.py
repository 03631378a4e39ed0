"""Which hall and day a page of the staff is about (选择大厅和日期)."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date, parse_datetime

from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.dates import FIRST_DAY, LAST_DAY
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall.models import StoredHall


def halls_of(request: SignedIn) -> list[StoredHall]:
    """The halls of the reader's county."""
    return list(StoredHall.objects.filter(county=request.user.county))


def chosen_hall(request: SignedIn) -> StoredHall | None:
    """The hall asked for by `?hall=`, else the first of the county; None when there is none yet."""
    halls = halls_of(request)
    wanted = request.GET.get("hall", "")
    if not wanted:
        return halls[0] if halls else None
    found = next((hall for hall in halls if hall.number == wanted), None)
    if found is None:
        raise Http404("没有这个大厅，或者它不在您的县区。")
    return found


def chosen_day(request: HttpRequest, at: datetime) -> date:
    """The day asked for by `?day=`, else today; nonsense counts as today."""
    return read_day(request.GET.get("day", "")) or local_day(at)


def read_day(text: str) -> date | None:
    """A day as the browser sends it, None for anything else (读日期)."""
    try:
        found = parse_date(text)
    except ValueError:
        return None
    return found if found and FIRST_DAY <= found <= LAST_DAY else None


def read_moment(text: str) -> datetime | None:
    """A moment with its zone, None for anything else (读时刻)."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None

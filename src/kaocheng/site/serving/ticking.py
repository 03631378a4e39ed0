"""What time brings by itself (到点自动办理): lawful acceptances, no-shows, closing, seals, in a thread beside.

Each task is bounded and stands in its own transactions; one that fails is said and tried again the
next round. Two servers that tick at once do nothing twice: every task asks the database first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from threading import Event, Thread

from django.conf import settings
from django.db import connections
from django.utils import timezone

from kaocheng.hall.tickets import TicketState
from kaocheng.kernel.clocks import SHANGHAI, local_day
from kaocheng.site.audit.services import seal_events
from kaocheng.site.cases.services import fire_renewals, fire_silent_acceptances
from kaocheng.site.closing.inviting import invite_recent
from kaocheng.site.feedback.services import expire_invitations
from kaocheng.site.hall.models import StoredHall, StoredTicket
from kaocheng.site.hall.services import close_day, note_missed
from kaocheng.site.papers.services import issue_recent
from kaocheng.site.serving.sweeping import sweep_slice
from kaocheng.site.themes.services import advance_theme_cases

LOG = logging.getLogger(__name__)
EVERY = timedelta(minutes=1)
Task = Callable[[str, datetime], int]


def silent_acceptances(county: str, at: datetime) -> int:
    """视为受理 and 视为准予延续: what the law does when nobody has."""
    done = fire_silent_acceptances(county=county, at=at) + fire_renewals(county=county, at=at)
    return len(done)


def expired_invitations(county: str, at: datetime) -> int:
    """Invitations that ran out, and default ratings where the place has them."""
    done = expire_invitations(county=county, at=at)
    return done.defaults + done.expired


def missed_bookings(county: str, at: datetime) -> int:
    """Those who booked and did not come."""
    return sum(note_missed(county=county, hall=hall, at=at) for hall in _halls(county))


def days_left_open(county: str, at: datetime) -> int:
    """Close every earlier day of a hall that nobody closed."""
    today = local_day(at)
    closed = 0
    for hall in _halls(county):
        for day in _open_days(county, hall, today):
            end = datetime.combine(day, time.max, SHANGHAI)
            closed += close_day(county=county, hall=hall, day=day, at=end)
    return closed


def seal(county: str, at: datetime) -> int:
    """Seal what was appended since the last seal."""
    return int(seal_events(county=county, at=at) is not None)


def next_stages(county: str, at: datetime) -> int:
    """一件事: what waited for a case that is now closed is registered."""
    return advance_theme_cases(county=county, at=at)


def papers_owed(county: str, at: datetime) -> int:
    """文书: what the moves of the last round ask for."""
    return issue_recent(county=county, at=at)


def asked_to_rate(county: str, at: datetime) -> int:
    """邀请评价: every case that has its outcome, by whichever door it came to it."""
    return invite_recent(county=county, at=at).invited


TASKS: dict[str, Task] = {
    "签发文书": papers_owed,
    "邀请评价": asked_to_rate,
    "视为受理与视为准予": silent_acceptances,
    "联办推进": next_stages,
    "评价邀请到期": expired_invitations,
    "预约爽约": missed_bookings,
    "补记闭厅": days_left_open,
    "清理无主文件": sweep_slice,
    "事件封存": seal,
}
"""What is done each round, by its name."""


def tick(*, county: str, at: datetime) -> Iterator[tuple[str, int]]:
    """One round: each task with how much it did; a task that fails is logged and counts as nothing."""
    for name, task in TASKS.items():
        try:
            yield name, task(county, at)
        except Exception:
            LOG.exception("到点自动办理“%s”没有成功，下一轮再试", name)
            yield name, 0


def start_ticking(*, every: timedelta = EVERY) -> Event:
    """Tick in a thread of its own until the returned event is set."""
    stop = Event()
    Thread(target=_run, args=(stop, every), daemon=True, name="ticking").start()
    return stop


def _run(stop: Event, every: timedelta) -> None:
    while not stop.wait(every.total_seconds()):
        for name, count in tick(county=settings.COUNTY, at=timezone.now()):
            if count:
                LOG.info("%s：%d", name, count)
        connections.close_all()


def _open_days(county: str, hall: str, today: date) -> list[date]:
    """Earlier days with tickets nobody ended."""
    ended = (TicketState.FINISHED.value, TicketState.ABANDONED.value)
    rows = StoredTicket.objects.filter(county=county, hall=hall, day__lt=today)
    return list(rows.exclude(state__in=ended).values_list("day", flat=True).distinct())


def _halls(county: str) -> list[str]:
    return list(StoredHall.objects.filter(county=county).values_list("number", flat=True))

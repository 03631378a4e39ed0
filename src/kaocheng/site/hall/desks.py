"""A clerk's desk (窗口工作台): the window, the ticket in hand, whom it may call, what was done today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Sum
from django.utils import timezone

from kaocheng.hall.queueing import Post
from kaocheng.hall.tickets import Ticket, TicketState
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import (
    StoredGroup,
    StoredShift,
    StoredSitting,
    StoredTicket,
    StoredWindow,
)
from kaocheng.site.hall.queues import line_of, posts_at_work

_SHOWN = 8
_MINUTE = 60_000_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window's page shows (叫号台内容)."""

    sitting: StoredSitting
    window: StoredWindow
    line: tuple[Ticket, ...]
    current: StoredTicket | None
    item: str
    group: str
    passed: tuple[StoredTicket, ...]
    done: int
    minutes: int | None

    @property
    def next(self) -> Ticket | None:
        """Who comes next (下一位)."""
        return self.line[0] if self.line else None

    @property
    def shown(self) -> tuple[Ticket, ...]:
        """The first few of the line."""
        return self.line[:_SHOWN]

    @property
    def others_waiting(self) -> int:
        """How many more wait than are shown."""
        return max(0, len(self.line) - _SHOWN)

    def others(self) -> tuple[list[tuple[StoredWindow, bool]], list[StoredGroup]]:
        """Where a ticket may be sent: other windows, at work or not, and groups (转窗去处)."""
        at_work = {post.window for post in posts_at_work(self.window.hall, self.sitting.day)}
        windows = self.window.hall.windows.exclude(pk=self.window.pk).filter(
            spells__until__isnull=True, spells__isnull=False
        )
        rows = [(row, row.number in at_work) for row in windows.order_by("number")]
        return sorted(rows, key=lambda pair: not pair[1]), list(
            self.window.hall.groups.filter(active=True)
        )


def sitting_of(account: Account, at: datetime) -> StoredSitting | None:
    """Where this account sits now (本人开窗记录)."""
    day = timezone.localtime(at).date()
    return StoredSitting.objects.now(account.county, day).filter(account=account).first()


def desk_of(sitting: StoredSitting, at: datetime) -> Desk:
    """Read the desk of a sitting."""
    window = StoredWindow.objects.select_related("hall").get(
        county=sitting.county, number=sitting.window
    )
    hall, day = window.hall, timezone.localtime(at).date()
    post = Post(window.number, frozenset(window.groups.values_list("letter", flat=True)))
    tickets = StoredTicket.objects.of_day(hall.county, hall.number, day)
    current = StoredTicket.objects.at_window(hall.county, window.number, day).first()
    passed = tickets.filter(state=TicketState.PASSED.value, group__in=post.groups)
    mine = tickets.filter(clerk=sitting.account.get_username(), state=TicketState.FINISHED.value)
    done = mine.aggregate(count=Count("id"), served=Sum("served"))
    return Desk(
        sitting,
        window,
        line_of(hall, post, at),
        current,
        _item(current),
        _group(window, current),
        tuple(passed.order_by("-since")[:_SHOWN]),
        done["count"],
        round(done["served"] / done["count"] / _MINUTE) if done["count"] else None,
    )


def free_windows(account: Account, at: datetime) -> list[tuple[StoredWindow, bool]]:
    """The windows in use today that nobody sits at, and whether the shifts name this account for it."""
    day = timezone.localtime(at).date()
    taken = StoredSitting.objects.now(account.county, day).values("window")
    rows = StoredWindow.objects.filter(county=account.county).exclude(number__in=taken)
    rows = rows.select_related("zone__floor").prefetch_related("spells", "groups")
    shifts = StoredShift.objects.filter(
        county=account.county, account=account, starts_at__lte=at, ends_at__gt=at
    )
    mine = set(shifts.values_list("window__number", flat=True))
    held = account.posts.held_on(day).exclude(window="").values_list("window", flat=True)
    own = mine | set(held)
    free = [(row, row.number in own) for row in rows if row.record().in_use(day)]
    return sorted(free, key=lambda pair: (not pair[1], pair[0].number))


def _item(current: StoredTicket | None) -> str:
    if current is None or not current.item:
        return ""
    return item_names(current.county, [current.item])[current.item]


def _group(window: StoredWindow, current: StoredTicket | None) -> str:
    if current is None:
        return ""
    names = window.hall.groups.filter(letter=current.group).values_list("name", flat=True)
    return names.first() or ""

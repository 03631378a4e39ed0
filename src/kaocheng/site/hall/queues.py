"""The queue as it stands (排队现状): who waits, who is at work, what a waiting person may expect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db.models import Q, Sum
from django.utils import timezone

from kaocheng.hall.queueing import Estimate, Post, estimate, in_order, mean_minutes
from kaocheng.hall.rules import QueueRules
from kaocheng.hall.tickets import Ticket, TicketState
from kaocheng.site.hall.models import (
    StoredGroup,
    StoredHall,
    StoredQueueDay,
    StoredSitting,
    StoredTicket,
    StoredWindow,
)
from kaocheng.site.hall.services.storing import window_topic

_RECENT = 300


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue of a hall at a moment (当前队列): tickets waiting in order, windows at work, minutes."""

    at: datetime
    waiting: tuple[Ticket, ...]
    posts: tuple[Post, ...]
    minutes: Mapping[str, Fraction]

    def estimate(self, ticket: Ticket) -> Estimate:
        """What the holder of this ticket may expect (预计等候)."""
        return estimate(ticket, self.waiting, self.posts, self.minutes, self.at)

    def for_window(self, post: Post) -> tuple[Ticket, ...]:
        """Whom a window may call, in order; those sent to it come first (本窗口队列)."""
        mine = [ticket for ticket in self.waiting if post.may_call(ticket)]
        return tuple(sorted(mine, key=lambda ticket: not ticket.reserved))

    def counts(self) -> dict[str, int]:
        """How many wait in each group (各业务等候人数)."""
        found = dict.fromkeys(self.minutes, 0)
        for ticket in self.waiting:
            found[ticket.group] = found.get(ticket.group, 0) + 1
        return found


def queue_of(hall: StoredHall, at: datetime) -> Queue:
    """Read the queue of a hall."""
    now = timezone.localtime(at)
    waiting = StoredTicket.objects.waiting(hall.county, hall.number, now.date()).records()
    return Queue(
        now,
        tuple(in_order(waiting, now)),
        posts_at_work(hall, now.date()),
        _minutes(hall, now.date(), hall.rules),
    )


def line_of(hall: StoredHall, post: Post, at: datetime) -> tuple[Ticket, ...]:
    """Whom one window may call, in order, without reading the rest of the hall (本窗口队列)."""
    now = timezone.localtime(at)
    waiting = StoredTicket.objects.waiting(hall.county, hall.number, now.date())
    mine = waiting.filter(Q(group__in=post.groups) | Q(reserved=post.window)).records()
    return Queue(now, tuple(in_order(mine, now)), (), {}).for_window(post)


def posts_at_work(hall: StoredHall, day: date) -> tuple[Post, ...]:
    """The windows that are open and not paused, with the groups they may call (在岗窗口)."""
    sittings = StoredSitting.objects.now(hall.county, day).filter(hall=hall.number, paused=False)
    groups = window_groups(hall, sittings.values("window"))
    return tuple(Post(window, frozenset(letters)) for window, letters in sorted(groups.items()))


def window_groups(hall: StoredHall, windows: Iterable[object]) -> dict[str, set[str]]:
    """The letters each of these windows may call (窗口可叫业务)."""
    rows = StoredWindow.objects.filter(county=hall.county, number__in=windows)
    found: dict[str, set[str]] = {}
    for window, letter in rows.values_list("number", "groups__letter"):
        found.setdefault(window, set()).update([letter] if letter else [])
    return found


def version_of(county: str, hall: str, day: date) -> int:
    """The version of the day's queue: what screens ask for to learn whether anything is new."""
    rows = StoredQueueDay.objects.of_day(county, hall, day).filter(topic="")
    return rows.values_list("version", flat=True).first() or 0


def window_version(county: str, hall: str, day: date, window: str) -> int:
    """The same for one window: it rises when its groups' tickets, its own or its sitting move."""
    letters = StoredGroup.objects.filter(county=county, windows__number=window).values("letter")
    rows = StoredQueueDay.objects.of_day(county, hall, day)
    rows = rows.filter(Q(topic__in=letters) | Q(topic=window_topic(window)))
    return int(rows.aggregate(total=Sum("version"))["total"] or 0)


def _minutes(hall: StoredHall, day: date, rules: QueueRules) -> dict[str, Fraction]:
    """Mean minutes of each group: of what was served lately today, or as planned."""
    done = StoredTicket.objects.of_day(hall.county, hall.number, day)
    done = done.filter(state=TicketState.FINISHED.value, cut_off=False).order_by("-ended_at")
    served: dict[str, list[int]] = {}
    for letter, spent in reversed(list(done.values_list("group", "served")[:_RECENT])):
        served.setdefault(letter, []).append(spent)
    planned = StoredGroup.objects.filter(county=hall.county, hall=hall)
    return {
        letter: mean_minutes(served.get(letter, []), minutes, rules)
        for letter, minutes in planned.values_list("letter", "minutes")
    }

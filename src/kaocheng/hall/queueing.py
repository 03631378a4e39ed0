"""The queue (排队): who is next at a window, how many are ahead, and how long it may take."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from kaocheng.hall.rules import QueueRules
from kaocheng.hall.tickets import Ticket, TicketState

_MOMENT = timedelta(microseconds=1)
Place = tuple[int, datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class Post:
    """A staffed window as the queue sees it (在岗窗口): its number and the groups it may call."""

    window: str
    groups: frozenset[str]

    def may_call(self, ticket: Ticket) -> bool:
        """Whether this window may call the ticket (可叫)."""
        if ticket.reserved:
            return ticket.reserved == self.window
        return ticket.group in self.groups


def place(ticket: Ticket, at: datetime) -> Place:
    """By what a ticket is ordered at a moment (排位): the smaller is called first.

    A booked ticket goes first once its slot has begun, by slot; all others by `rank_at`, which holds
    their head start. Nobody is overtaken by somebody who came more than the longest head start later,
    except by people who booked.
    """
    if ticket.slot_start is not None and ticket.slot_start <= at:
        return (0, ticket.slot_start, ticket.taken_at, ticket.number)
    return (1, ticket.rank_at, ticket.taken_at, ticket.number)


def in_order(tickets: Iterable[Ticket], at: datetime) -> list[Ticket]:
    """The waiting tickets, first to be called first (叫号次序)."""
    waiting = (ticket for ticket in tickets if ticket.state is TicketState.WAITING)
    return sorted(waiting, key=lambda ticket: place(ticket, at))


def next_for(post: Post, tickets: Iterable[Ticket], at: datetime) -> Ticket | None:
    """Whom this window calls next (下一位); tickets sent to this very window come first."""
    mine = [ticket for ticket in in_order(tickets, at) if post.may_call(ticket)]
    return next((t for t in mine if t.reserved), mine[0] if mine else None)


def rejoin_rank(
    ticket: Ticket, tickets: Iterable[Ticket], at: datetime, rules: QueueRules
) -> datetime:
    """The rank of a passed ticket that comes back (过号顺延): behind the next people of its group."""
    ahead = [t for t in in_order(tickets, at) if t.group == ticket.group and not t.reserved]
    if len(ahead) < rules.rejoin_after:
        return max([at, *(t.rank_at + _MOMENT for t in ahead)])
    return max(t.rank_at for t in ahead[: rules.rejoin_after]) + _MOMENT


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a waiting person may expect (预计等候): people ahead, windows at work, minutes, and the sum.

    `minutes` is None when no window is at work for the group, which is not zero.
    """

    ahead: int
    windows: int
    minutes: int | None
    formula: str


def estimate(
    ticket: Ticket,
    tickets: Iterable[Ticket],
    posts: Sequence[Post],
    minutes: Mapping[str, Fraction],
    at: datetime,
) -> Estimate:
    """People ahead × mean minutes of their business ÷ windows at work (预计等候时间)."""
    mine = [post for post in posts if post.may_call(ticket)]
    ahead = _ahead(ticket, tickets, mine, at)
    if not mine:
        return Estimate(len(ahead), 0, None, "目前没有窗口在办此类业务，暂不能预计。")
    work = sum((minutes[t.group] for t in ahead), Fraction(0))
    result = math.ceil(work / len(mine))
    return Estimate(len(ahead), len(mine), result, _formula(len(ahead), work, len(mine), result))


def _ahead(
    ticket: Ticket, tickets: Iterable[Ticket], mine: list[Post], at: datetime
) -> list[Ticket]:
    """Those called before by a window this ticket also waits for (前面的人)."""
    here = place(ticket, at)
    return [
        other
        for other in in_order(tickets, at)
        if other.number != ticket.number
        and place(other, at) < here
        and (other.group == ticket.group or any(post.may_call(other) for post in mine))
    ]


def _formula(ahead: int, work: Fraction, windows: int, result: int) -> str:
    if ahead == 0:
        return "前面没有人，叫到号即可办理。"
    mean = f"{float(work / ahead):.1f}".removesuffix(".0")
    return f"前面{ahead}人 × 平均每人{mean}分钟 ÷ {windows}个窗口 ≈ {result}分钟"


def mean_minutes(served: Sequence[int], planned: int, rules: QueueRules) -> Fraction:
    """Minutes a ticket of a group takes (平均办理时间): of the last ones served, or as planned.

    `served` are the microseconds of service, oldest first; tickets cut off by closing time are left out.
    """
    recent = served[-rules.recent :]
    if len(recent) < rules.recent_least:
        return Fraction(planned)
    return Fraction(sum(recent), len(recent) * 60_000_000)

"""Days of work (示范工作日): tickets, cases and ratings as a small hall has them, always the same ones.

What happens is drawn from a generator with a fixed seed; only the days move with the calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from kaocheng.cases.materials import needed
from kaocheng.cases.states import Channel, State
from kaocheng.catalogue.records import ItemVersion, Material
from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI, local_day
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case
from kaocheng.site.catalogue.services import version_in_force
from kaocheng.site.closing.inviting import invite_after, push_at_window
from kaocheng.site.feedback.services import rate, token_of
from kaocheng.site.hall import services as hall

SEED = 20260101
PERSON = "1"
"""The code of 自然人 (GB/T 39046-2020 服务对象)."""
_LEVELS = (
    [Level.VERY_SATISFIED] * 14 + [Level.SATISFIED] * 6 + [Level.FAIRLY_SATISFIED] * 2
    + [Level.DISSATISFIED]
)  # fmt: skip


@dataclass
class Hall:
    """The people at work and the applicants who come (示范班子)."""

    county: str
    staff: Mapping[str, Account]
    citizens: list[str]
    firms: list[str]
    groups: Mapping[str, list[str]]
    now: datetime
    draw: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311  # a demonstration

    def applicant(self, version: ItemVersion) -> str:
        """Somebody the item serves."""
        people = not version.applicants or PERSON in version.applicants
        return self.draw.choice(self.citizens if people else self.firms)

    def by_unit(self, unit: str) -> Account:
        """The approver of a department."""
        return next(a for a in self.staff.values() if a.unit == unit and Role.APPROVER in a.roles)


def work(told: Hall, days: list[date], tickets: int) -> int:
    """So many people come each day; returns how many cases were opened."""
    opened: list[StoredCase] = []
    for day in days:
        _open_windows(told, day)
        for at in _arrivals(told, day, tickets):
            opened += _visit(told, at)
        _review(told, opened, datetime.combine(day, time(16, 30), SHANGHAI))
        if day != told.now.date():
            close = datetime.combine(day, time(17, 10), SHANGHAI)
            hall.close_day(county=told.county, hall="D1", day=day, at=close)
    return len(opened)


def _open_windows(told: Hall, day: date) -> None:
    at = datetime.combine(day, time(9), SHANGHAI)
    if at > told.now:
        return
    for username, window in (("chuangkou1", "W01"), ("chuangkou2", "W02"), ("chuangkou3", "W03")):
        hall.open_window(
            county=told.county, window=window, by=told.staff[username],
            role=Role.WINDOW_CLERK, at=at,
        )  # fmt: skip


def _arrivals(told: Hall, day: date, tickets: int) -> Iterator[datetime]:
    """When people come: more in the morning."""
    minutes = sorted(
        told.draw.choice((told.draw.randrange(0, 170), told.draw.randrange(240, 420)))
        for _ in range(tickets)
    )
    start = datetime.combine(day, time(9, 1), SHANGHAI)
    for minute in minutes:
        at = start + timedelta(minutes=minute)
        if at + timedelta(minutes=30) < told.now:
            yield at


def _visit(told: Hall, at: datetime) -> Iterator[StoredCase]:
    """Somebody takes a ticket, is called, is served, and mostly opens a case."""
    letter = told.draw.choice("AAABBC")
    hall.take_ticket(county=told.county, hall="D1", group=letter, by="system", role="device", at=at)
    username, window = {"A": ("chuangkou2", "W02"), "B": ("chuangkou3", "W03")}.get(
        letter, ("chuangkou1", "W01")
    )
    clerk = told.staff[username]
    given: dict[str, Any] = {"county": told.county, "by": clerk, "role": Role.WINDOW_CLERK}
    at += timedelta(minutes=told.draw.randrange(1, 14))
    called = hall.call_next(window=window, at=at, **given)
    if called is None:
        return
    if told.draw.random() < 0.06:
        hall.recall(number=called.number, at=at + timedelta(minutes=1), **given)
        hall.pass_over(number=called.number, at=at + timedelta(minutes=2), **given)
        return
    hall.serve(number=called.number, at=at + timedelta(minutes=1), **given)
    row = _case(
        told, clerk, window=window, ticket=called.number, letter=called.group,
        at=at + timedelta(minutes=3),
    )  # fmt: skip
    hall.link_case(number=called.number, case=row.number, at=at + timedelta(minutes=6), **given)
    hall.finish(number=called.number, at=at + timedelta(minutes=9), **given)
    yield row


def handed(materials: Iterable[Material]) -> list[dict[str, Any]]:
    """What comes over the counter: each with as many originals and copies as it takes."""
    return [{"key": m.key, "originals": m.originals, "copies": m.copies} for m in materials]


def _case(
    told: Hall, clerk: Account, *, window: str, ticket: str, letter: str, at: datetime
) -> StoredCase:
    """A case from the counter: accepted, or told what is missing, or left registered."""
    item = told.draw.choice(told.groups[letter])
    first = {"S001": ("rented",)}.get(item, ())
    on = local_day(at)
    version = version_in_force(county=told.county, item=item, on=on)
    papers = handed(needed(version, first))
    lot = told.draw.random()
    lacking = lot < 0.1 and len(papers) > 1
    row = open_case(
        county=told.county, item=item, applicant=told.applicant(version),
        channel=Channel.WINDOW, window=window, ticket=ticket, situations=first, by=clerk,
        role=Role.WINDOW_CLERK, at=at, received=papers[:-1] if lacking else papers, again=True,
    )  # fmt: skip
    if lacking:
        missing = [(papers[-1]["key"], "没有签字或盖章")]
        return _move(told, row, "notify_supplement", clerk, at, missing=missing, within=15)
    if lot < 0.16:
        return row
    row = _move(told, row, "accept", clerk, at)
    if row.immediate:
        card = f"示证{row.number[-9:]}"
        row = _move(told, row, "grant", clerk, at, certificate=card)
        row = _move(told, row, "close", clerk, at)
        row = _move(told, row, "deliver", clerk, at, mode="现场", receiver="本人")
        _rated(told, row, clerk, window, at)
    return row


def _review(told: Hall, opened: list[StoredCase], at: datetime) -> None:
    """What the departments get done by the end of a day, what is decided, issued and rated."""
    if at > told.now:
        return
    for row in list(StoredCase.objects.filter(pk__in=[r.pk for r in opened]).order_by("pk")):
        _advance(told, row, at)


def _advance(told: Hall, row: StoredCase, at: datetime) -> None:
    if row.state == State.EXAMINING:
        for task in row.record().tasks:
            if task.state == "待办" and told.draw.random() < 0.45:
                who = told.by_unit(task.unit)
                row = _move(told, row, "finish_task", who, at, task=task.key, opinion="通过")
    if row.state == State.DECIDING and told.draw.random() < 0.7:
        chief = told.staff["shouxi"]
        certificate = f"示许〔{at.year}〕{row.number[-5:]}号"
        row = _move(told, row, "grant", chief, at, certificate=certificate)
        row = _move(told, row, "close", chief, at)
    elif row.state == State.CLOSED and told.draw.random() < 0.8:
        issuer = told.staff["chujian"]
        row = _move(told, row, "deliver", issuer, at, mode="现场", receiver="本人")
        _rated(told, row, told.staff[row.accepted_by], row.window, at)


def _rated(told: Hall, row: StoredCase, served: Account, window: str, at: datetime) -> None:
    """Everybody is invited; most rate at once, some do not."""
    invitation = invite_after(row=row, at=at)
    if invitation is None:
        return
    push_at_window(invitation=invitation, window=window, by=served, at=at)
    if told.draw.random() < 0.7:
        rate(
            token=token_of(invitation, RatingChannel.WINDOW_DEVICE),
            level=told.draw.choice(_LEVELS),
            at=at + timedelta(seconds=told.draw.randrange(20, 300)),
        )


def _move(
    told: Hall, row: StoredCase, move: str, by: Account, at: datetime, **given: Any
) -> StoredCase:
    role = next(iter(by.roles))
    return make_move(
        county=told.county, number=row.number, move=move, given=given, by=by, role=role,
        at=max(at, row.moved_at),
    )  # fmt: skip

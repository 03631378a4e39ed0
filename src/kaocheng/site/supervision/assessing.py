"""What the records say of people and windows in a month (考核数据): each count with the records behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median_high
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kaocheng.cases.measures import Period
from kaocheng.feedback.levels import Level
from kaocheng.feedback.records import Origin, Standing
from kaocheng.hall.assessment import Counts, Rule, Subject
from kaocheng.hall.tickets import TicketState
from kaocheng.site.cases.models import StoredCase, StoredTask
from kaocheng.site.feedback.models import StoredRating
from kaocheng.site.hall.models import StoredHall, StoredShift, StoredSitting, StoredTicket

_MINUTE = 60_000_000
_GOOD = [level.value for level in Level if not level.bad]
Tally = Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Span:
    """The month of a county, as far as it has gone (考核期间)."""

    county: str
    month: date
    now: datetime

    @property
    def period(self) -> Period:
        """From the first to the last day of the month."""
        following = (self.month + timedelta(days=31)).replace(day=1)
        return Period(self.month, following - timedelta(days=1))

    def within(self, column: str) -> Q:
        """Whether the moment in this column lies in the month."""
        return Q(**{f"{column}__gte": self.period.start, f"{column}__lt": self.period.end})


@dataclass(frozen=True, slots=True)
class Source:
    """Records of one kind (数据来源): which, whose by this column, which of them are the part, and when they were."""

    rows: QuerySet[Any]
    whose: str
    part: Q
    when: str


def sources(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    """Where a line of the sheet is counted from; nothing for what is entered by hand."""
    make = _SOURCES.get(rule.key)
    return make(span, kind, rule) if make else ()


def counted(span: Span, kind: Subject, rule: Rule) -> Tally:
    """The counts of everybody the records know (计数)."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for source in sources(span, kind, rule):
        rows = source.rows.order_by().values_list(source.whose)
        for subject, whole, part in rows.annotate(
            whole=Count("pk"), part_of=Count("pk", filter=source.part)
        ):
            found[subject][0] += part
            found[subject][1] += whole
    found.pop("", None)
    if rule.key == "work" and found:
        usual = median_high(whole for _, whole in found.values())
        return {subject: Counts(whole, usual) for subject, (_, whole) in found.items()}
    return {subject: Counts(*counts) for subject, counts in found.items()}


def records(span: Span, kind: Subject, rule: Rule, subject: str) -> Iterator[tuple[Any, bool]]:
    """The records behind somebody's count, each with whether it is in the part, the latest first (考核依据)."""
    for source in sources(span, kind, rule):
        rows = source.rows.filter(**{source.whose: subject})
        held = set(rows.filter(source.part).values_list("pk", flat=True))
        yield from ((row, row.pk in held) for row in rows.order_by(f"-{source.when}"))


def _attendance(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    rows = StoredShift.objects.filter(
        span.within("starts_at"), county=span.county, ends_at__lte=span.now
    )
    there = StoredSitting.objects.filter(
        Q(until__isnull=True) | Q(until__gt=OuterRef("starts_at")), county=span.county,
        account=OuterRef("account"), window=OuterRef("window__number"), since__lt=OuterRef("ends_at"),
        paused=False,
    )  # fmt: skip
    whose = "account__username" if kind is Subject.PERSON else "window__number"
    rows = rows.select_related("account", "window")
    return (Source(rows.annotate(there=Exists(there)), whose, Q(there=True), "starts_at"),)


def _tickets(span: Span) -> QuerySet[StoredTicket]:
    halls = StoredHall.objects.filter(county=span.county).values_list("number", flat=True)
    days = (span.period.first, span.period.last)
    return StoredTicket.objects.filter(county=span.county, hall__in=list(halls), day__range=days)


def _of_ticket(kind: Subject) -> str:
    return "clerk" if kind is Subject.PERSON else "window"


def _work(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    rows = _tickets(span).filter(state=TicketState.FINISHED.value)
    return (Source(rows, _of_ticket(kind), Q(pk__isnull=False), "taken_at"),)


def _waiting(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    rows = _tickets(span).filter(served_at__isnull=False)
    return (Source(rows, _of_ticket(kind), Q(waited__lte=rule.within * _MINUTE), "taken_at"),)


def _satisfied(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    rows = StoredRating.objects.of(span.county).filter(
        month=f"{span.month:%Y-%m}", origin=Origin.ACTIVE.value, standing=Standing.VALID.value
    )
    whose = "rated" if kind is Subject.PERSON else "window"
    return (Source(rows, whose, Q(level__in=_GOOD), "rated_at"),)


def _late(span: Span, kind: Subject, rule: Rule) -> Sequence[Source]:
    cases = StoredCase.objects.of(span.county).defer("facts")
    if kind is Subject.WINDOW:
        return (
            Source(cases.filter(span.within("closed_at")), "window", Q(late=True), "closed_at"),
        )
    done = StoredTask.objects.of(span.county).filter(span.within("done_at")).exclude(done_by="")
    taken = cases.filter(span.within("accepted_at"), immediate=True)
    today = span.now.replace(hour=0, minute=0, second=0, microsecond=0)
    not_on_spot = Q(on_spot=False) & (Q(closed_at__isnull=False) | Q(accepted_at__lt=today))
    return (
        Source(done.select_related("case"), "done_by", Q(late=True), "done_at"),
        Source(taken, "accepted_by", not_on_spot, "accepted_at"),
    )


_SOURCES = {
    "attendance": _attendance,
    "work": _work,
    "waiting": _waiting,
    "satisfied": _satisfied,
    "late": _late,
}

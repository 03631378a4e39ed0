"""Counting the measures (指标统计) from the counts kept with each rating, by the core's declarations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import LocalRules
from kaocheng.feedback.measures import Share, TicketFacts, count, measures, tally, ticket_facts
from kaocheng.feedback.ranking import Ranked, rank
from kaocheng.feedback.records import Origin, Standing, TicketState
from kaocheng.site.feedback.models import StoredBadRating, StoredCount, StoredInvitation
from kaocheng.site.feedback.periods import Period
from kaocheng.site.feedback.services.tallying import INVITATIONS, RATINGS
from kaocheng.site.law.services import calendar_in_force

Group = tuple[object, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """What figures speak of (统计范围): a department, or the county; without those of one account."""

    unit: str = ""
    without: str = ""

    @property
    def tickets(self) -> Q:
        """The same as a question to bad ratings."""
        others = ~Q(rated=self.without) if self.without else Q()
        return others & Q(unit=self.unit) if self.unit else others


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Plain counts of a period (数量): active, default, struck, bad, by level."""

    active: int
    default: int
    struck: int
    bad: int
    levels: Mapping[Level, int]


def shares(
    county: str, period: Period, at: datetime, scope: Scope = EVERYTHING
) -> dict[str, Share]:
    """Every measure over the period, within the scope."""
    ratings = [group for groups in _ratings(county, period, scope).values() for group in groups]
    invited = [group for groups in _invitations(county, period, scope).values() for group in groups]
    facts = list(ticket_facts_of(tickets_of(county, period, scope), at))
    return {key: _share(key, ratings, invited, facts) for key in measures()}


def monthly(
    county: str, period: Period, at: datetime, scope: Scope = EVERYTHING
) -> dict[str, dict[str, Share]]:
    """Every measure of every month, months in order."""
    ratings, invited = _ratings(county, period, scope), _invitations(county, period, scope)
    facts: dict[str, list[TicketFacts]] = defaultdict(list)
    tickets = list(tickets_of(county, period, scope))
    for ticket, told in zip(tickets, ticket_facts_of(tickets, at), strict=True):
        facts[ticket.month].append(told)
    return {
        month: {
            key: _share(key, ratings[month], invited[month], facts[month]) for key in measures()
        }
        for month in period.months
    }


def numbers(county: str, period: Period, scope: Scope = EVERYTHING) -> Numbers:
    """Plain counts of ratings over the period."""
    counts: Counter[tuple[str, str]] = Counter()
    levels = dict.fromkeys(Level, 0)
    for row in _counts(county, RATINGS, period, scope):
        counts[row.origin, row.standing] += row.times
        if (row.origin, row.standing) == (Origin.ACTIVE, Standing.VALID):
            levels[Level(row.level)] += row.times
    return Numbers(
        active=counts[Origin.ACTIVE.value, Standing.VALID.value],
        default=counts[Origin.DEFAULT.value, Standing.VALID.value],
        struck=counts[Origin.ACTIVE.value, Standing.STRUCK.value],
        bad=sum(times for level, times in levels.items() if level.bad),
        levels=levels,
    )


def ranking(
    county: str, period: Period, field: str, measure: str, rules: LocalRules
) -> tuple[Ranked, ...]:
    """Windows, departments or items (`field`) by a measure of ratings; small numbers unranked."""
    rows = _within(county, RATINGS, period).filter(field=field).order_by()
    groups: dict[str, list[Group]] = defaultdict(list)
    kinds = rows.values_list("key", "level", "origin", "standing").annotate(sum=Sum("times"))
    for key, level, origin, standing, times in kinds:
        groups[key].append((StoredCount(level=level, origin=origin, standing=standing), times))
    told = measures()[measure]
    found = ((key, tally(told, kinds)) for key, kinds in groups.items())
    return rank(found, rules.count("rank_least"), Decimal(rules.share("interval_z")))


def tickets_of(county: str, period: Period, scope: Scope = EVERYTHING) -> Iterator[StoredBadRating]:
    """The bad ratings opened in the period."""
    rows = StoredBadRating.objects.of(county).filter(
        scope.tickets, month__range=(period.first, period.last)
    )
    return rows.order_by("opened_at", "id").iterator()


def ticket_facts_of(
    tickets: Iterator[StoredBadRating] | list[StoredBadRating], at: datetime
) -> Iterator[TicketFacts]:
    """What each counts for; of those that are closed it was noted at closing."""
    calendar = calendar_in_force()
    for row in tickets:
        if row.state == TicketState.CLOSED:
            yield TicketFacts(row.number, row.named, True, True, bool(row.in_time), row.reached > 0)  # noqa: FBT003 the order of the record
        else:
            yield ticket_facts(row.record(), calendar, at)


def _share(key: str, ratings: list[Group], invited: list[Group], facts: list[TicketFacts]) -> Share:
    measure = measures()[key]
    if measure.of == "tickets":
        return count(measure, facts)
    return tally(measure, ratings if measure.of == "ratings" else invited)


def _ratings(county: str, period: Period, scope: Scope) -> dict[str, list[Group]]:
    """How many ratings of each kind, by month."""
    groups: dict[str, list[Group]] = defaultdict(list)
    for row in _counts(county, RATINGS, period, scope):
        groups[row.month].append((row, row.times))
    return groups


def _invitations(county: str, period: Period, scope: Scope) -> dict[str, list[Group]]:
    """How many invitations in each state, by month."""
    groups: dict[str, list[Group]] = defaultdict(list)
    for row in _counts(county, INVITATIONS, period, scope):
        groups[row.month].append((StoredInvitation(state=row.standing), row.times))
    return groups


def _counts(county: str, subject: str, period: Period, scope: Scope) -> Iterator[StoredCount]:
    """The counts of a scope; those of the account left out follow as negative numbers."""
    rows = _within(county, subject, period)
    if scope.unit:
        yield from rows.filter(field="unit", key=scope.unit)
    else:
        yield from rows.filter(field="", key="")
    if scope.without:
        keys = Q(key=f"{scope.without}/{scope.unit}")
        if not scope.unit:
            keys = Q(key__startswith=f"{scope.without}/")
        for row in rows.filter(keys, field="rated"):
            row.times = -row.times
            yield row


def _within(county: str, subject: str, period: Period) -> QuerySet[StoredCount]:
    months = (period.first, period.last)
    return StoredCount.objects.filter(county=county, subject=subject, month__range=months)

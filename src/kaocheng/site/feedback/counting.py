"""Counting the measures over rows (指标统计): grouped in the database, judged by the core's declarations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Q

from kaocheng.feedback.levels import Level
from kaocheng.feedback.localrules import LocalRules
from kaocheng.feedback.measures import Share, TicketFacts, count, measures, tally, ticket_facts
from kaocheng.feedback.ranking import Ranked, rank
from kaocheng.feedback.records import Origin, Standing, TicketState
from kaocheng.site.feedback.models import StoredBadRating, StoredInvitation, StoredRating
from kaocheng.site.feedback.periods import Period
from kaocheng.site.law.services import calendar_in_force

EVERYTHING = Q()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Plain counts of a period (数量): active, default, struck, bad, by level, invited, tickets."""

    active: int
    default: int
    struck: int
    bad: int
    levels: Mapping[Level, int]


def shares(county: str, period: Period, at: datetime, scope: Q = EVERYTHING) -> dict[str, Share]:
    """Every measure over the period, within what `scope` names (window, department)."""
    ratings = [(row, times) for _, row, times in _ratings(county, period, scope)]
    invited = [(row, times) for _, row, times in _invitations(county, period, scope)]
    facts = list(ticket_facts_of(tickets_of(county, period, scope), at))
    return {key: _share(key, ratings, invited, facts) for key in measures()}


def monthly(
    county: str, period: Period, at: datetime, scope: Q = EVERYTHING
) -> dict[str, dict[str, Share]]:
    """Every measure of every month, months in order."""
    ratings: dict[str, list[tuple[object, int]]] = defaultdict(list)
    for (month,), row, times in _ratings(county, period, scope, "month"):
        ratings[month].append((row, times))
    invited: dict[str, list[tuple[object, int]]] = defaultdict(list)
    for (month,), invitation, times in _invitations(county, period, scope, "month"):
        invited[month].append((invitation, times))
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


def numbers(county: str, period: Period, scope: Q = EVERYTHING) -> Numbers:
    """Plain counts of ratings over the period."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    levels = dict.fromkeys(Level, 0)
    for _, row, times in _ratings(county, period, scope):
        counts[row.origin, row.standing] += times
        if (row.origin, row.standing) == (Origin.ACTIVE, Standing.VALID):
            levels[Level(row.level)] += times
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
    groups: dict[str, list[tuple[StoredRating, int]]] = defaultdict(list)
    for (key,), row, times in _ratings(county, period, EVERYTHING, field):
        if key:
            groups[key].append((row, times))
    told = measures()[measure]
    found = ((key, tally(told, rows)) for key, rows in groups.items())
    return rank(found, rules.count("rank_least"), Decimal(rules.share("interval_z")))


def tickets_of(county: str, period: Period, scope: Q = EVERYTHING) -> Iterator[StoredBadRating]:
    """The bad ratings opened in the period."""
    rows = StoredBadRating.objects.of(county).filter(
        scope, month__range=(period.first, period.last)
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


def _share(
    key: str,
    ratings: list[tuple[object, int]] | list[tuple[StoredRating, int]],
    invited: list[tuple[object, int]] | list[tuple[StoredInvitation, int]],
    facts: list[TicketFacts],
) -> Share:
    measure = measures()[key]
    if measure.of == "tickets":
        return count(measure, facts)
    return tally(measure, ratings if measure.of == "ratings" else invited)


def _ratings(
    county: str, period: Period, scope: Q, *fields: str
) -> Iterator[tuple[tuple[str, ...], StoredRating, int]]:
    rows = StoredRating.objects.of(county).within(period.first, period.last)
    return rows.filter(scope).grouped(*fields)


def _invitations(
    county: str, period: Period, scope: Q, *fields: str
) -> Iterator[tuple[tuple[str, ...], StoredInvitation, int]]:
    rows = StoredInvitation.objects.of(county).filter(
        scope, month__range=(period.first, period.last)
    )
    counted = rows.order_by().values_list(*fields, "state").annotate(times=Count("id"))
    for *named, state, times in counted.iterator():
        yield tuple(named), StoredInvitation(state=state), times

"""All measures of a period at once (指标一览): the database groups, the core reckons over the groups.

Three groupings by particulars (收件、受理、办结) and one of sums by the version that says the limits; departments are
taken apart afterwards, so that they add up to the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kaocheng.cases.measures import Base, Measure, Period, Result, measures, reckon, result
from kaocheng.site.cases.measures.grouping import Added, Group, Look, groups, sums

Sums = Mapping[tuple[object, ...], list[Added]]


@dataclass(frozen=True, slots=True)
class Board:
    """The measures of a period (指标一览): of all cases seen, and of each department that has any."""

    period: Period
    whole: Mapping[str, Result]
    units: Mapping[str, Mapping[str, Result]]


def board(look: Look) -> Board:
    """Every measure in force at the end of the period, over the cases that are looked at."""
    told = measures(look.period.last)
    grouped = {base: list(groups(look, base, told.values())) for base in Base}
    wanted = {(m.base, m.whole) for m in told.values() if m.sums}
    summed: Sums = {(base, whole): list(sums(look, base, whole)) for base, whole in wanted}
    units = sorted({case.unit for found in grouped.values() for case, _ in found})
    return Board(
        look.period,
        _results(told, grouped, summed),
        {unit: _results(told, *_of_unit(unit, grouped, summed)) for unit in units},
    )


def result_of(look: Look, measure: Measure) -> Result:
    """One measure alone: only what it asks for is read."""
    if measure.sums:
        return _of_sums(measure, sums(look, measure.base, measure.whole))
    return reckon(measure, groups(look, measure.base, [measure]))


def _of_unit(
    unit: str, grouped: Mapping[Base, list[Group]], summed: Sums
) -> tuple[Mapping[Base, list[Group]], Sums]:
    return (
        {base: [one for one in found if one[0].unit == unit] for base, found in grouped.items()},
        {key: [one for one in found if one.unit == unit] for key, found in summed.items()},
    )


def _results(
    told: Mapping[str, Measure], grouped: Mapping[Base, list[Group]], summed: Sums
) -> Mapping[str, Result]:
    return {
        key: _of_sums(measure, summed[measure.base, measure.whole])
        if measure.sums
        else reckon(measure, grouped[measure.base])
        for key, measure in told.items()
    }


def _of_sums(measure: Measure, added: Iterable[Added]) -> Result:
    found = [numbers for one in added if (numbers := one.of(measure)) is not None]
    whole, *totals = (sum(numbers) for numbers in zip(*found, strict=True)) if found else (0, 0, 0)
    return result(measure, whole, whole, totals)

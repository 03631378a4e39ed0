"""The cases behind a measure (指标佐证): the whole or the part, as a question to be paged or streamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from django.db.models import Q

from kaocheng.cases.measures import Measure, Proof, Result
from kaocheng.site.cases.measures.columns import DAYS
from kaocheng.site.cases.measures.grouping import Look, Seen, measurable
from kaocheng.site.cases.measures.limits import limits_of

PIECE = 2000
"""Numbers fetched at once while a list is streamed."""


class Side(StrEnum):
    """Which side of a measure (佐证的哪一边)."""

    PART = "分子"
    WHOLE = "分母"


def cases_of(look: Look, measure: Measure, side: Side) -> Seen:
    """The cases on one side of a measure; none where the records cannot decide it.

    Of a measure that adds up the two sides are the same cases.
    """
    if measure.cannot:
        return look.seen.none()
    conditions = (*measure.whole, *measure.part) if side is Side.PART else measure.whole
    found = look.meeting(measure.base, conditions)
    return _measurable(look, measure, found) if measure.sums else found


def numbers_of(look: Look, measure: Measure, side: Side) -> Iterator[str]:
    """The numbers of those cases in the order of their day, fetched piece by piece."""
    rows = cases_of(look, measure, side)
    rows = rows.order_by(rows.column(DAYS[measure.base]), rows.column("id"))
    yield from rows.values_list("number", flat=True).iterator(chunk_size=PIECE)


def proof_of(look: Look, result: Result) -> Proof:
    """The result with the numbers on both sides (佐证)."""
    measure = result.measure
    return Proof(
        result,
        tuple(numbers_of(look, measure, Side.PART)),
        tuple(numbers_of(look, measure, Side.WHOLE)),
    )


def _measurable(look: Look, measure: Measure, found: Seen) -> Seen:
    """Without the cases whose version gives a limit the measure asks for in another unit."""
    rows = found.order_by().values_list("item", "version", "pinned").distinct()
    versions = list(rows)
    limits = limits_of(look.county, versions)
    others: dict[int, list[str]] = defaultdict(list)
    for item, version, pinned in versions:
        if not measurable(measure, limits.get((item, version, pinned), (None, None))):
            others[version].append(item)
    for version, items in others.items():
        found = found.exclude(Q(version=version) & Q(item__in=items))
    return found.filter(used_days__isnull=False) if "used" in measure.sums else found

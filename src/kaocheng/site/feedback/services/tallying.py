"""Keeping the counts (计数): with every rating and invitation, in the transaction that stores it.

Rows are raised in one statement and in one order, so that two who count at once neither lose a
number nor wait for each other in a circle. `recount` makes the counts anew from the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db import connection, transaction

from kaocheng.site.feedback.models import StoredCount, StoredInvitation, StoredRating

RATINGS, INVITATIONS = "ratings", "invitations"
_COLUMNS = ("county", "subject", "field", "key", "month", "level", "origin", "standing")
_BATCH = 500
Kind = tuple[str, ...]


def count_rating(rating: StoredRating, by: int = 1) -> None:
    """Count a rating that was stored (or, with -1, take it out again)."""
    _raise(dict.fromkeys(_kinds_of_rating(rating), by))


def restand(rating: StoredRating, standing: str) -> None:
    """Count a rating under another standing: taken out of the one, put into the other."""
    changes = dict.fromkeys(_kinds_of_rating(rating), -1)
    rating.standing = standing
    _raise(changes | dict.fromkeys(_kinds_of_rating(rating), 1))


def count_invitation(row: StoredInvitation, state: str, before: str = "") -> None:
    """Count an invitation in its state, no longer in the one before."""
    changes = dict.fromkeys(_kinds_of_invitation(row, before), -1) if before else {}
    _raise(changes | dict.fromkeys(_kinds_of_invitation(row, state), 1))


def recount(*, county: str) -> None:
    """Make the counts of a county anew from its rows, for a store whose rows came another way."""
    counts: Counter[Kind] = Counter()
    for rating in StoredRating.objects.of(county).iterator():
        counts.update(_kinds_of_rating(rating))
    for row in StoredInvitation.objects.of(county).iterator():
        counts.update(_kinds_of_invitation(row, row.state))
    with transaction.atomic():
        StoredCount.objects.filter(county=county).delete()
        StoredCount.objects.bulk_create(
            (
                StoredCount(**dict(zip(_COLUMNS, kind, strict=True)), times=times)
                for kind, times in counts.items()
            ),
            batch_size=_BATCH,
        )


def _kinds_of_rating(rating: StoredRating) -> Iterator[Kind]:
    for field, key in _groups(rating, ("window", "unit", "item")):
        yield (
            rating.county, RATINGS, field, key, rating.month, rating.level, rating.origin,
            rating.standing,
        )  # fmt: skip


def _kinds_of_invitation(row: StoredInvitation, state: str) -> Iterator[Kind]:
    for field, key in _groups(row, ("unit",)):
        yield (row.county, INVITATIONS, field, key, row.month, "", "", state)


def _groups(
    row: StoredRating | StoredInvitation, fields: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    yield "", ""
    for field in fields:
        if key := getattr(row, field):
            yield field, key
    if row.rated:
        yield "rated", f"{row.rated}/{row.unit}"


def _raise(changes: dict[Kind, int]) -> None:
    table = connection.ops.quote_name(StoredCount._meta.db_table)  # noqa: SLF001
    columns = ", ".join(connection.ops.quote_name(name) for name in _COLUMNS)
    marks = ", ".join(["(" + ", ".join(["%s"] * (len(_COLUMNS) + 1)) + ")"] * len(changes))
    sql = (
        f"INSERT INTO {table} ({columns}, times) VALUES {marks} "  # noqa: S608
        f"ON CONFLICT ({columns}) DO UPDATE SET times = {table}.times + excluded.times"
    )
    values: list[str | int] = []
    for kind in sorted(changes):
        values += [*kind, changes[kind]]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)

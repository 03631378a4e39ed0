"""The particulars of a case as columns (统计要素的列): what `Counted` says of a record, said by the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Case, CharField, DateTimeField, F, Func, Q, Value, When
from django.db.models.functions import Coalesce

from kaocheng.cases.events import LAW
from kaocheng.cases.measures.definitions import Base, Condition
from kaocheng.cases.measures.particulars import (
    EARLY,
    IN_TIME,
    LATE,
    NO_LIMIT,
    TAKEN_IN,
    TURNED_AWAY,
    UNDECIDED,
)
from kaocheng.cases.traits import Trait

DAYS: Mapping[Base, str] = {
    Base.RECEIVED: "received_at",
    Base.ACCEPTED: "accepted_at",
    Base.CLOSED: "closed_at",
}
"""The column whose day must lie in the period."""
PREFIX = "counted_"
"""Set before the name of a particular, for some have the name of a column and are not the same."""
_TRAITS = "traits__words"


class Midnight(Func):
    """The moment a day begins in Beijing (零时), or so many days later; as the store keeps moments."""

    output_field = DateTimeField()

    def __init__(self, day: str, days: int = 0) -> None:
        super().__init__(F(day), days=days)

    def as_sqlite(self, compiler: Any, connection: Any, **given: Any) -> Any:
        """SQLite keeps moments as text in universal time."""
        template = "datetime(%(expressions)s, '+%(days)d days', '-8 hours')"
        return super().as_sql(compiler, connection, template=template, **given)

    def as_postgresql(self, compiler: Any, connection: Any, **given: Any) -> Any:
        """PostgreSQL knows the zone."""
        template = "((%(expressions)s + %(days)d)::timestamp AT TIME ZONE 'Asia/Shanghai')"
        return super().as_sql(compiler, connection, template=template, **given)


def columns(names: set[str], end: datetime, today: date) -> dict[str, Any]:
    """The particulars of these names, for a period that ends before `end`, counted on `today`."""
    now = {
        "closed": _flag(Q(closed_at__lt=end)),
        "overdue": _flag(Q(ended_at__isnull=True, due_on__lt=today)),
    }
    known = {**_COLUMNS, **now}
    return {PREFIX + name: known[name] for name in sorted(names)}


def asked(condition: Condition) -> Q:
    """The condition as a question to rows that have the column."""
    if word := condition.has or condition.lacks:
        found = Q(**{f"{PREFIX}{condition.field}__contains": word})
        return ~found if condition.lacks else found
    if condition.at_most is not None:
        return Q(**{f"{PREFIX}{condition.field}__lte": condition.at_most})
    return Q(**{f"{PREFIX}{condition.field}__in": condition.values})


def _flag(held: Q) -> Case:
    """True or false, and never unknown."""
    return Case(When(held, then=Value(True)), default=Value(False))  # noqa: FBT003  # values


def _words(*cases: tuple[Q, str], other: str) -> Case:
    """The word of the first that holds."""
    whens = [When(held, then=Value(word)) for held, word in cases]
    return Case(*whens, default=Value(other), output_field=CharField())


_SAME = (
    "unit", "channel", "window_kind", "immediate", "on_spot", "online", "visits", "extended", "verdict",
)  # fmt: skip
"""Particulars that are a column as they are."""
_COLUMNS: Mapping[str, Any] = {
    **{name: F(name) for name in _SAME},
    "at_window": _flag(~Q(window="")),
    "told": _flag(Q(told_at__isnull=False)),
    "deemed": _flag(Q(accepted_by=LAW.number)),
    "themed": _flag(~Q(parent="")),
    "halted": _flag(Q(accepted_at__isnull=False, ended_at__isnull=False, closed_at__isnull=True)),
    "intake": _words(
        (Q(accepted_at__isnull=False), TAKEN_IN),
        (Q(**{f"{_TRAITS}__contains": Trait.REFUSED.value}), TURNED_AWAY),
        other=UNDECIDED,
    ),
    "promised": _words(
        (Q(closed_at__isnull=True), NO_LIMIT),
        (Q(late=True), LATE),
        (Q(due_on__isnull=True), NO_LIMIT),
        (Q(closed_at__lt=Midnight("due_on")), EARLY),
        other=IN_TIME,
    ),
    "statutory": _words(
        (
            Q(closed_at__isnull=True) | Q(decided_at__isnull=True) | Q(legal_due_on__isnull=True),
            NO_LIMIT,
        ),
        (Q(decided_at__lt=Midnight("legal_due_on")), EARLY),
        (Q(decided_at__lt=Midnight("legal_due_on", days=1)), IN_TIME),
        other=LATE,
    ),
    "traits": Coalesce(_TRAITS, Value("")),
}

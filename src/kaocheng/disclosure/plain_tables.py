"""Tables nobody described (一般表格): neither a form of the edition nor a scorecard nor a self-evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table


def plain_tables(statement: Statement) -> Iterator[Table]:
    """The tables that have no checks of their own."""
    scored = _scored(statement)
    yield from (t for t in statement.tables if not t.kind and id(t.grid) not in scored)


def unscored_tables(statement: Statement) -> Iterator[Table]:
    """All tables but scorecards and self-evaluations, those of an edition included."""
    scored = _scored(statement)
    yield from (t for t in statement.tables if id(t.grid) not in scored)


def _scored(statement: Statement) -> set[int]:
    """The grids of scorecards and self-evaluation forms, which have sums of their own kind."""
    performance = statement.performance
    if performance is None:
        return set()
    forms = {id(form.grid) for form in performance.forms}
    return forms | {id(card.grid) for card in performance.scorecards}

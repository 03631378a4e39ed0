"""RAT022: a rate or a change in a table does not follow from the columns beside it."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.derived_columns import derived
from kaocheng.disclosure.plain_tables import plain_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Relation
from kaocheng.kernel.rulebook import rule

CODE = "RAT022"


@rule("表中的比率、增减栏与旁边各栏算不平", family="比率", of=Statement)
def computed_column(statement: Statement) -> Iterator[Relation | Unjudged]:
    """In a table nobody described, each row of such a column, the way most of its rows are computed."""
    found = [relation for table in plain_tables(statement) for relation in derived(CODE, table)]
    yield from found
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有带比率、增减栏的一般表格")

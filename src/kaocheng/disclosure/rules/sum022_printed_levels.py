"""SUM022: a plain table whose rows do not add up to the row above them, or to its totals."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.articulation import relations
from kaocheng.disclosure.plain.summing import levels, of_a_side, trusted
from kaocheng.disclosure.plain_tables import unscored_tables
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import rule

CODE = "SUM022"


@rule("分级列示的表，下级之和与上级或合计不符", family="表内勾稽", of=Statement)
def printed_levels(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where no equation of an edition applies, each level of numbering or indent, and each 合计, is added up."""
    found = False
    for table in unscored_tables(statement):
        stated = _stated(table) if table.kind else frozenset()
        for one in levels(table, CODE):
            if one.layered:
                found = True
                yield from (said for said in trusted(one.claims) if id(said.stated) not in stated)
            else:
                yield from of_a_side(table, one)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有分级列示的一般表格")


def _stated(table: Table) -> frozenset[int]:
    """The figures an equation of the edition already states, so that no second one is needed."""
    said = (thing for thing in relations([table]) if isinstance(thing, Sum) and thing.kind == "=")
    return frozenset(id(one.stated) for one in said)

"""RND001: sums of a table that hold only within the rounding of their printed parts (尾差)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.judging import Decided, Explained, Verdicts
from kaocheng.disclosure.reporting import explain
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import rule

CODE = "RND001"


@rule("合计与分项有四舍五入尾差", family="表内勾稽", of=Verdicts, severity="note")
def rounding_folded(verdicts: Verdicts) -> Iterator[Explained]:
    """One note a table names how many sums differ in the last digit because parts were rounded."""
    by_table: dict[tuple[object, ...], list[Decided]] = defaultdict(list)
    for item in verdicts.decided:
        place = item.relation.stated.place
        if _inexact(item) and place.table:
            by_table[(place.file, place.sheet, place.table)].append(item)
    for items in by_table.values():
        yield Explained(tuple(items), _note(items))


def _inexact(item: Decided) -> bool:
    relation = item.relation
    sums = isinstance(relation, Sum) and relation.kind == "=" and not relation.same
    return sums and item.outcome is Outcome.HOLDS and not item.exactly


def _note(items: list[Decided]) -> Finding:
    stated = items[0].relation.stated
    return Finding(
        code=CODE,
        place=stated.place,
        quote=stated.text,
        written=stated.text,
        expected="",
        message=f"本表有 {len(items)} 处合计与分项因四舍五入存在尾差，不影响勾稽。"
        f"例如{explain(items[0].relation)}。",
        related=tuple(item.relation.stated.place for item in items[1:20]),
    )

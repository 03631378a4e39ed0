"""RND001: sums of a table that hold only within the rounding of their printed parts (尾差)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.judging import Decided, Explained, Verdicts
from kaocheng.disclosure.reporting import explain
from kaocheng.disclosure.strictness import suspects
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.relations import Relation, Sum
from kaocheng.kernel.rulebook import rule

CODE = "RND001"


@rule("合计与分项有四舍五入尾差", family="表内勾稽", of=Verdicts, severity="note")
def rounding_folded(verdicts: Verdicts) -> Iterator[Explained | Unjudged]:
    """One note a table names how many sums differ in the last digit because parts were rounded."""
    sums = [item for item in verdicts.decided if _in_table(item.relation)]
    told = {id(item) for item in suspects(list(verdicts.decided))}
    by_table: dict[tuple[object, ...], list[Decided]] = defaultdict(list)
    for item in sums:
        if item.outcome is Outcome.HOLDS and not item.exactly and id(item) not in told:
            place = item.relation.stated.place
            by_table[(place.file, place.sheet, place.table)].append(item)
    for items in by_table.values():
        yield Explained(tuple(items), _note(items))
    if not sums:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可以核对合计的表")


def _in_table(relation: Relation) -> bool:
    sums = isinstance(relation, Sum) and relation.kind == "=" and not relation.same
    return sums and relation.stated.place.table is not None


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

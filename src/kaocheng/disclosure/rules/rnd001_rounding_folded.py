"""RND001: sums of a table that hold only within the rounding of their printed parts (尾差)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kaocheng.disclosure.judging import Decided, Explained, Verdicts
from kaocheng.disclosure.reporting import explain
from kaocheng.disclosure.strictness import suspects
from kaocheng.disclosure.tails import DECLARED
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.relations import Relation, Sum
from kaocheng.kernel.rulebook import rule

CODE = "RND001"
_NONE = "没有可以核对合计的表"


@rule("合计与分项有四舍五入尾差", family="表内勾稽", of=Verdicts, severity="note")
def rounding_folded(verdicts: Verdicts) -> Iterator[Explained | Unjudged]:
    """One note a table names how many sums differ in the last digit because parts were rounded.

    A table that says so itself is left alone: the remedy is taken already.
    """
    sums = [item for item in verdicts.decided if _in_table(item.relation)]
    told = {id(item) for item in suspects(list(verdicts.decided))}
    rounded = [one for one in sums if _rounded(one) and id(one) not in told]
    loose = [one for one in rounded if not verdicts.tails.cover(one.relation.stated.place)]
    for items in _by_table(loose):
        yield Explained(tuple(items), _note(items))
    if not sums or (rounded and not loose):
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, DECLARED if sums else _NONE)


def _rounded(item: Decided) -> bool:
    return item.outcome is Outcome.HOLDS and not item.exactly


def _by_table(loose: list[Decided]) -> Iterable[list[Decided]]:
    tables: dict[tuple[object, ...], list[Decided]] = defaultdict(list)
    for item in loose:
        place = item.relation.stated.place
        tables[(place.file, place.sheet, place.table)].append(item)
    return tables.values()


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

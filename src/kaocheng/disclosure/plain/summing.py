"""The levels of a plain table as relations (分级加总成式), in each column whose amounts can be added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.plain.adding import Addition, additions
from kaocheng.disclosure.plain.outline import Line, outlines
from kaocheng.disclosure.plain.trusting import balance, believed, plainly_believed, right_and_wrong
from kaocheng.disclosure.tables import Column, Row, Table
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum, Term

_APART = re.compile(
    r"指标|分值|得分|权重|评分|单价|(?<!\d)年度$|序号|占比|比例|比重|率|幅|[%％]|均|标准|增长$"
)
Claims = Mapping[Addition, Mapping[int, Sum]]


@dataclass(frozen=True, slots=True)
class Levels:
    """The additions of one strip of a table, each as a sum by the index of its column."""

    lines: tuple[Line, ...]
    claims: Claims

    @property
    def layered(self) -> bool:
        """Whether it has levels, or totals of totals: more than a list with its sum."""
        return any(line.depth for line in self.lines) or len(self.claims) > 1

    @property
    def borne_out(self) -> int:
        """How many more of its sums hold than do not; what one wrong figure explains counts once."""
        columns = {index for sums in self.claims.values() for index in sums}
        return sum(
            balance([sums[index] for sums in self.claims.values() if index in sums])
            for index in columns
        )


def adds_up(column: Column) -> bool:
    """Whether the amounts of a column may be added: no rates, prices, points."""
    return not _APART.search("".join(column.path) + column.name)


def levels(table: Table, code: str) -> Iterator[Levels]:
    """For each strip of names the reading of its levels that the table bears out best."""
    for strip in sorted({row.strip for row in table.rows}):
        rows = [row for row in table.rows if row.strip == strip]
        if sum(1 for row in rows if row.code and not row.known) * 2 >= len(rows):
            continue  # printed codes tell the levels themselves
        columns = [c for c in table.columns if c.strip == strip and adds_up(c)]
        read = [_read(table, lines, columns, code) for lines in outlines(rows)]
        if read:
            yield max(read, key=lambda one: one.borne_out)


def trusted(claims: Claims) -> Iterator[Sum]:
    """The sums the table itself bears out."""
    kept = {addition: sums for addition, sums in claims.items() if _holds_somewhere(addition, sums)}
    for index in sorted({index for sums in kept.values() for index in sums}):
        here = [(addition, sums[index]) for addition, sums in kept.items() if index in sums]
        sums = [one for _, one in here]
        firm = [one for addition, one in here if _firm(kept[addition])]
        yield from sums if believed(sums) else dict.fromkeys([*firm, *right_and_wrong(sums)[0]])


def of_a_side(table: Table, one: Levels) -> Iterator[Sum]:
    """The one total of a side without levels (收入 beside 支出), in a table nobody described."""
    if not table.kind and len({row.strip for row in table.rows}) > 1:
        for sums in one.claims.values():
            right = right_and_wrong(sums.values())[0]
            yield from (s for s in sums.values() if s in right or plainly_believed(s))


def _holds_somewhere(addition: Addition, sums: Mapping[int, Sum]) -> bool:
    """Not an addition that fails wherever it is tried twice, nor one after 其中 that fails."""
    right, wrong = right_and_wrong(sums.values())
    if wrong and not addition.sure:
        return False
    return len(wrong) < 2 or len(right) > len(wrong)


def _firm(sums: Mapping[int, Sum]) -> bool:
    """Whether an addition holds in several columns and fails in one at most."""
    right, wrong = right_and_wrong(sums.values())
    return len(right) > 1 >= len(wrong)


def _read(table: Table, lines: tuple[Line, ...], columns: Sequence[Column], code: str) -> Levels:
    claims = {
        addition: {
            column.index: one
            for column in columns
            if (one := _sum(table, addition, column, code)) is not None
        }
        for addition in additions(lines)
    }
    return Levels(lines, {addition: sums for addition, sums in claims.items() if sums})


def _sum(table: Table, addition: Addition, column: Column, code: str) -> Sum | None:
    stated = _figure(table, addition.whole, column)
    parts = [f for row in addition.parts if (f := _figure(table, row, column))]
    if stated is None or not parts or stated.unit.is_ratio:
        return None
    if any(part.unit != stated.unit for part in parts):
        return None
    names = [row.name for row in addition.parts]
    shown = "＋".join(names if len(names) <= 6 else [*names[:3], "…", names[-1]])
    says = f"《{table.name}》“{column.heading}”：{addition.whole.name} = {shown}"
    terms = tuple(Term(part) for part in parts)
    return Sum(code, stated, terms, says, same=len(parts) == 1)


def _figure(table: Table, row: Row, column: Column) -> Figure | None:
    entry = table.entries.get((row.index, column.index))
    return entry.figure if entry else None

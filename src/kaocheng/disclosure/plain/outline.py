"""The levels a plain table shows (分级列示): numbering, indents and totals of the names of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.numbering import Numbered, numbered
from kaocheng.disclosure.tables import Row
from kaocheng.editions.labels import bare
from kaocheng.kernel.numerals import plain

_LEAD = re.compile(r"^[\s\u3000]*(?:其中[:：])?[\s\u3000]*")
_OF_WHICH = re.compile(r"^[\s\u3000]*(?:其中|其他?中[:：])")
_TOTAL = re.compile(r"(?:总计|总数|合计|合计数|小计)$")
_UNNUMBERED = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its `depth` (0 outermost), whether it is a `total`, and whether 其中 opens it."""

    row: Row
    depth: int
    total: bool = False
    of_which: bool = False


def outlines(rows: Sequence[Row]) -> Iterator[tuple[Line, ...]]:
    """The ways the levels of these rows may be meant, the likeliest first.

    Rows without a number among numbered ones are parts of the row above, until the first total; or
    they stand beside it. Where nothing is numbered, indents tell.
    """
    named = [row for row in rows if row.name and row.label is not None]
    seen = set()
    for inside in (True, False):
        lines = tuple(_lines(named, inside=inside))
        told = tuple(line.depth for line in lines)
        if lines and told not in seen:
            seen.add(told)
            yield lines


def _lines(rows: Sequence[Row], *, inside: bool) -> Iterator[Line]:
    levels: list[tuple[int, int]] = []
    summed = False
    for row in rows:
        text = row.label.text if row.label else ""
        if is_total(row) and not _is_headed(row, rows):
            levels.clear()
            summed = summed or any(True for _ in rows[: rows.index(row)])
            yield Line(row, 0, total=True)
            continue
        key = _key(text, levels, inside=inside and not summed)
        while levels and levels[-1] >= key:
            levels.pop()
        levels.append(key)
        yield Line(row, len(levels) - 1, of_which=bool(_OF_WHICH.match(text)))


def _is_headed(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row called a sum has a number of its own and parts numbered one level below it."""
    mine, *after = (_numbering(one) for one in rows[rows.index(row) :][:2])
    return bool(mine and after and after[0] and after[0].rank > mine.rank)


def _numbering(row: Row) -> Numbered | None:
    return numbered(plain(row.label.text.strip())) if row.label else None


def is_total(row: Row) -> bool:
    """Whether a row is named as a sum (合计、总计、小计)."""
    return not row.code and bool(_TOTAL.search(bare(row.name)))


def _key(text: str, levels: Sequence[tuple[int, int]], *, inside: bool) -> tuple[int, int]:
    """Where the level of a name stands among others: by its number, else by its indent."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    here = numbered(plain(text)[start:])
    if here:
        return here.rank, 0
    indent = sum(2 if sign == "\u3000" else 1 for sign in text[: len(text) - len(text.lstrip())])
    if any(rank < _UNNUMBERED for rank, _ in levels) and not (inside or indent):
        return levels[0]
    return _UNNUMBERED, indent

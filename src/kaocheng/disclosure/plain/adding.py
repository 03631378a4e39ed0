"""What the levels of a plain table claim (分级加总): a row is its parts, a total what stands before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaocheng.disclosure.plain.outline import Line
from kaocheng.disclosure.tables import Row


@dataclass(frozen=True, slots=True)
class Addition:
    """One row said to be the sum of `parts`; `sure` unless 其中 stands among them."""

    whole: Row
    parts: tuple[Row, ...]
    sure: bool = True


def additions(lines: Sequence[Line]) -> tuple[Addition, ...]:
    """Every row with parts, and every total."""
    return (*_wholes(lines), *_totals(lines))


def _wholes(lines: Sequence[Line]) -> Iterator[Addition]:
    for place, line in enumerate(lines):
        parts = list(_parts(lines, place))
        if parts and not line.total:
            sure = not any(part.of_which for part in parts)
            yield Addition(line.row, tuple(part.row for part in parts), sure)


def _parts(lines: Sequence[Line], place: int) -> Iterator[Line]:
    """The rows one level below, up to the next row of its own level or a total."""
    depth = lines[place].depth
    for line in lines[place + 1 :]:
        if line.total or line.depth <= depth:
            return
        if line.depth == depth + 1:
            yield line


def _totals(lines: Sequence[Line]) -> Iterator[Addition]:
    """A total is the rows since the total before it, and that one; a first row 合计 is all below."""
    above: list[Row] = []
    leading = lines[0].row if lines and lines[0].total else None
    totals = 0
    for line in lines[1:] if leading else lines:
        if line.total:
            totals += 1
            if above:
                yield Addition(line.row, tuple(above))
            above = [line.row]
        elif line.depth == 0:
            above.append(line.row)
    if leading is not None and not totals and above:
        yield Addition(leading, tuple(above))

"""Many rows read column by column (整块读入), where nothing in them is out of the ordinary.

Anything that a row could be told off for makes the block None, and its rows are then read one by
one, as each fault needs its row. So a block never takes what a row would not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaocheng.kernel.registers.amounts import plain_amounts
from kaocheng.kernel.registers.cells import bare, value
from kaocheng.kernel.registers.definitions import Column
from kaocheng.kernel.registers.misreadings import Misread

REMEMBERED = 20_000
"""Texts of a column that are remembered at most."""
Plan = Sequence[tuple[int, Column, dict[str, Any] | None]]
"""Where each column stands, and what its texts have been read as; None for what hardly repeats."""
_ODD = object()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows without a fault (整块): their numbers, and by field a value each, None where blank."""

    rows: Sequence[int]
    values: Mapping[str, Sequence[Any]]

    def each(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Row by row: the number and what is not blank."""
        for at, row in enumerate(self.rows):
            told = ((field, column[at]) for field, column in self.values.items())
            yield row, {field: found for field, found in told if found is not None}


def block(
    plan: Plan, chunk: Sequence[tuple[int, Sequence[str]]], width: int, totals: frozenset[str]
) -> Block | None:
    """The rows as a block; None where one of them may be at fault, blank or a total."""
    texts = [row for _, row in chunk]
    if set(map(len, texts)) != {width} or not any(column.required for _, column, _ in plan):
        return None
    if len({column.field for _, column, _ in plan}) < len(plan):
        return None  # two columns of one field: which of them speaks, each row decides
    columns = list(zip(*texts, strict=True))
    if not all(map(totals.isdisjoint, columns)):
        return None
    values: dict[str, Sequence[Any]] = {}
    for at, column, memory in plan:
        found = _read(column, columns[at], memory)
        if found is None:
            return None
        values[column.field] = found
    return Block([row for row, _ in chunk], values)


def _read(
    column: Column, texts: Sequence[str], memory: dict[str, Any] | None
) -> Sequence[Any] | None:
    if memory is not None:
        known = _known(column, frozenset(texts), memory)
        return None if known is None else list(map(known.__getitem__, texts))
    if column.kind == "amount" and (amounts := plain_amounts(texts, column.sign)) is not None:
        return amounts
    if column.kind == "number" and all(map(str.isalnum, texts)) and "".join(texts).isascii():
        return texts
    found = [_value(column, text) for text in texts]
    return None if any(one is _ODD for one in found) else found


def _known(
    column: Column, texts: frozenset[str], memory: dict[str, Any]
) -> Mapping[str, Any] | None:
    """What these texts are read as; remembered while there is room."""
    made = {text: _value(column, text) for text in texts if text not in memory}
    if any(one is _ODD for one in made.values()):
        return None
    if len(memory) + len(made) > REMEMBERED:
        return {text: made[text] if text in made else memory[text] for text in texts}
    memory.update(made)
    return memory


def _value(column: Column, text: str) -> Any:
    bared = bare(text)
    if not bared:
        return _ODD if column.required else None
    found = value(column, bared)
    return _ODD if isinstance(found, Misread) else found

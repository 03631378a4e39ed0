"""One printed figure changed in a document as read (改一个数字), all places kept in step."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph, Passage, Stretch

NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.]*\d)")
STEPS = (1, -1, 2, -2, 5, -5)
KINDS = (*(f"末位{step:+d}" for step in STEPS), "×10", "换位", "邻数")


@dataclass(frozen=True, slots=True)
class Spot:
    """One printed number (一个数字): block index, its cell or None, and offsets in the passage."""

    block: int
    row: int | None
    column: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change to be made at a spot: what kind, and what stands there afterwards."""

    spot: Spot
    kind: str
    text: str

    @property
    def end(self) -> int:
        """Where the new number ends in the passage."""
        return self.spot.start + len(self.text)


def passages(document: Document) -> Iterator[tuple[int, int | None, int | None, Passage]]:
    """Every passage with its block index and, in a grid, the row and column of its cell."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield index, None, None, block.content
        elif isinstance(block, Grid):
            for cell in block.cells():
                yield index, cell.row, cell.column, cell.content


def spots(document: Document) -> list[Spot]:
    """Every printed number of the document in reading order."""
    return [
        Spot(block, row, column, match.start(), match.end(), match[0])
        for block, row, column, passage in passages(document)
        for match in NUMBER.finditer(passage.text)
    ]


def passage_of(document: Document, spot: Spot) -> Passage:
    """The passage a spot stands in."""
    block = document.blocks[spot.block]
    if isinstance(block, Paragraph):
        return block.content
    if isinstance(block, Grid) and spot.row is not None and spot.column is not None:
        return block.rows[spot.row][spot.column].content
    raise TypeError(f"第 {spot.block} 块没有文字")


def changes(spot: Spot, neighbour: str | None, chance: random.Random) -> list[Change]:
    """Every kind of change this number allows: none that leaves it as it is or below zero."""
    made = [(f"末位{step:+d}", _stepped(spot.text, step)) for step in STEPS]
    made += [("×10", _tenfold(spot.text)), ("换位", _swapped(spot.text, chance))]
    made.append(("邻数", neighbour))
    return [Change(spot, kind, text) for kind, text in made if text and text != spot.text]


def neighbours(found: list[Spot]) -> dict[Spot, str]:
    """For each number, the next one of the same row or passage, or else the one before it."""
    pairs: dict[Spot, str] = {}
    for left, right in pairwise(found):
        if (left.block, left.row) == (right.block, right.row) and left.text != right.text:
            pairs[left] = right.text
            pairs.setdefault(right, left.text)
    return pairs


def changed(document: Document, change: Change) -> Document:
    """The document with that one number replaced; every stretch behind it is shifted."""
    spot = change.spot
    new = _rewritten(passage_of(document, spot), change)
    block = document.blocks[spot.block]
    blocks = (*document.blocks[: spot.block], _with(block, spot, new))
    return replace(document, blocks=(*blocks, *document.blocks[spot.block + 1 :]))


def _with(block: Block, spot: Spot, new: Passage) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, content=new)
    if not isinstance(block, Grid) or spot.row is None or spot.column is None:
        raise TypeError("图片里没有数字")
    old = block.rows[spot.row][spot.column]
    cell = replace(old, content=new)
    return replace(block, rows=tuple(_swap(row, old, cell) for row in block.rows))


def _swap(row: tuple[Cell, ...], old: Cell, new: Cell) -> tuple[Cell, ...]:
    # covered positions of a merged cell must go on holding the same object as their anchor
    return tuple(new if cell is old else cell for cell in row)


def _rewritten(passage: Passage, change: Change) -> Passage:
    start, end = change.spot.start, change.spot.end
    text = passage.text[:start] + change.text + passage.text[end:]
    return Passage(text, tuple(_shifted(passage.stretches, start, end, change.end)))


def _shifted(
    stretches: tuple[Stretch, ...], start: int, end: int, new_end: int
) -> Iterator[Stretch]:
    last = -1
    for stretch in stretches:
        at = stretch.start
        if at >= end:
            at += new_end - end
        elif at > start:  # the number was broken over two lines
            at = min(at, new_end - 1)
        if at > last:
            last = at
            yield replace(stretch, start=at)


def _stepped(text: str, step: int) -> str | None:
    decimals = len(text.partition(".")[2])
    return _like(text, _value(text) + Decimal(step).scaleb(-decimals))


def _tenfold(text: str) -> str | None:
    return _like(text, _value(text) * 10)


def _swapped(text: str, chance: random.Random) -> str | None:
    digits = [index for index, sign in enumerate(text) if sign.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    if not pairs:
        return None
    left, right = chance.choice(pairs)
    signs = list(text)
    signs[left], signs[right] = signs[right], signs[left]
    # a whole number never begins with 0, so such a swap would be no figure any more
    leads_with_zero = signs[0] == "0" and len(signs) > 1 and signs[1] != "."
    return None if leads_with_zero else "".join(signs)


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _like(model: str, value: Decimal) -> str | None:
    if value < 0:
        return None
    decimals = len(model.partition(".")[2])
    comma = "," if "," in model else ""
    return f"{value:{comma}.{decimals}f}"

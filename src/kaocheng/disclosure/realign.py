"""Tables flattened one cell a line without any tab, put back into grids (压平的表复原).

A run of short lines under the title of a known form is a flattened table. Its rows are found by
anchors: 行次 that count up, or 科目 codes. A run whose columns cannot be decided stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kaocheng.disclosure.anchors import Token, rows_of, tokens_of
from kaocheng.disclosure.numbering import numbered
from kaocheng.editions.labels import squeezed
from kaocheng.editions.loading import Form
from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph, Passage, Stretch

_LONGEST = 40
_FEWEST = 12
_CAPTIONS = ("公开", "单位：", "单位:", "金额单位", "部门：", "部门:", "编制单位", "编制部门")


def realign(document: Document, forms: Iterable[Form]) -> Document:
    """The same document with flattened tables as grids; all else, and every place, unchanged."""
    titles = {title: form for form in forms for title in form.titles}
    blocks = tuple(_rebuilt(document.blocks, titles))
    return replace(document, blocks=blocks) if len(blocks) != len(document.blocks) else document


def _rebuilt(blocks: Sequence[Block], titles: dict[str, Form]) -> Iterator[Block]:
    index = 0
    table = sum(isinstance(block, Grid) for block in blocks)
    while index < len(blocks):
        block = blocks[index]
        yield block
        index += 1
        if _form(block, titles) is None:
            continue
        while index < len(blocks) and _is_caption(blocks[index]):
            yield blocks[index]
            index += 1
        run = _run(blocks, index, titles)
        rows = rows_of(tokens_of(run)) if len(run) >= _FEWEST else []
        if rows:
            table += 1
            yield grid_of(rows, table)
            index += len(run)


def _form(block: Block, titles: dict[str, Form]) -> Form | None:
    if not isinstance(block, Paragraph):
        return None
    here = numbered(block.text)
    return titles.get(squeezed(block.text[here.end if here else 0 :]))


def _is_caption(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.startswith(_CAPTIONS)


def _run(blocks: Sequence[Block], start: int, titles: dict[str, Form]) -> list[Paragraph]:
    """The short lines from `start` on, up to running text, a note, a grid or the next title."""
    found: list[Paragraph] = []
    for block in blocks[start:]:
        if not isinstance(block, Paragraph) or _form(block, titles) is not None:
            break
        if len(block.text) > _LONGEST or "。" in block.text or block.text.startswith("注"):
            break
        found.append(block)
    return found


def grid_of(rows: list[list[Token]], table: int) -> Grid:
    """The rows as table number `table`, short ones filled up with empty cells."""
    width = max(len(row) for row in rows)
    first = next(token for row in rows for token in row if token.passage).place
    place = replace(first, table=table, paragraph=None)
    body = tuple(_row(row, index, width, table) for index, row in enumerate(rows))
    return Grid(body, place, sure=all(len(a) == len(b) for a, b in pairwise(rows)))


def _row(row: list[Token], index: int, width: int, table: int) -> tuple[Cell, ...]:
    filled = [*row, *[replace(row[-1], passage=None)] * (width - len(row))]
    return tuple(
        Cell(_content(token, table, index + 1, column + 1), index, column)
        for column, token in enumerate(filled)
    )


def _content(token: Token, table: int, row: int, column: int) -> Passage:
    place = replace(token.place, table=table, row=row, column=column, paragraph=None)
    return Passage(token.text, (Stretch(0, place),))

"""Self-evaluation forms flattened one cell a line (压平的自评表), put back into grids.

Empty cells and the lower cells of merged ones leave no line. The headings say what a row of
indicators holds; a row ends with its points and its score, which are numbers. A form whose rows do
not come out so stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaocheng.disclosure.anchors import Token
from kaocheng.disclosure.flat_rows import body, heads_at
from kaocheng.disclosure.realign import grid_of
from kaocheng.kernel.documents import Block, Cell, Document, Grid, Paragraph
from kaocheng.performance.labels import concepts

_REACH = 80
_FEWEST = 3
_FUND = ("initial", "adjusted", "executed", "rate", "weight", "score")


def flat_forms(document: Document) -> Document:
    """The same document with flattened self-evaluation forms as grids."""
    blocks = tuple(_rebuilt(document.blocks))
    return replace(document, blocks=blocks) if len(blocks) != len(document.blocks) else document


def _rebuilt(blocks: Sequence[Block]) -> Iterator[Block]:
    table = sum(isinstance(block, Grid) for block in blocks)
    done = 0
    for index in range(len(blocks)):
        heads = heads_at(_tokens(blocks, index)) if index >= done else None
        rows, end = body(_tokens(blocks, index), heads) if heads else ([], 0)
        if heads is None or len(rows) < _FEWEST:
            continue
        start = _start(blocks, done, index)
        above = list(_boxes([_token(b) for b in blocks[start:index] if isinstance(b, Paragraph)]))
        yield from blocks[done:start]
        table += 1
        yield grid_of([*above, *(rows if _has_money(above) else rows[:-1])], table)
        done = index + end
    yield from blocks[done:]


def _tokens(blocks: Sequence[Block], index: int) -> list[Token]:
    """The lines from `index` on, up to the next grid or picture; cheap unless 一级指标 opens them."""
    first = blocks[index]
    if not isinstance(first, Paragraph) or not _is(_token(first), "indicator", "level1"):
        return []
    found: list[Token] = []
    for block in blocks[index:]:
        if not isinstance(block, Paragraph):
            break
        found.append(_token(block))
    return found


def _token(block: Paragraph) -> Token:
    return Token(block.content, block.content.place)


def _cell(token: Token) -> Cell | None:
    return Cell(token.passage, 0, 0) if token.passage else None


def _is(token: Token, group: str, *wanted: str) -> bool:
    cell = _cell(token)
    return cell is not None and bool(concepts(cell, group) & set(wanted))


def _start(blocks: Sequence[Block], done: int, index: int) -> int:
    """Where the form begins: at its name box, if that is not far above."""
    for at in range(index - 1, max(done, index - _REACH) - 1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph):
            break
        if _is(_token(block), "field", "name"):
            return at
    return index


def _has_money(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether money rows came out under their headings; without them no total can be added up."""
    heads = [at for at, row in enumerate(rows) if any(_is(t, "fund", "executed") for t in row)]
    below = [row for at in heads[:1] for row in rows[at + 1 :] if len(row) == len(rows[at])]
    return not heads or any(token.is_amount for row in below for token in row)


def _boxes(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Labels with what follows them, money rows under their headings, anything else by itself."""
    place = 0
    while place < len(tokens):
        width = _fund_heads(tokens, place + 1)
        if width:
            yield list(tokens[place : place + width + 1])
            place += width + 1
            while _is_fund_row(tokens[place : place + width + 1], width):
                yield list(tokens[place : place + width + 1])
                place += width + 1
        else:
            two = 2 if _is(tokens[place], "field", "name", "unit") else 1
            yield list(tokens[place : place + two])
            place += two


def _fund_heads(tokens: Sequence[Token], place: int) -> int:
    """How many headings of the money begin here; nothing where budget or spending is not among them."""
    end = place
    while end < len(tokens) and _is(tokens[end], "fund", *_FUND):
        end += 1
    spent = any(_is(token, "fund", "executed") for token in tokens[place:end])
    return end - place if spent else 0


def _is_fund_row(tokens: Sequence[Token], width: int) -> bool:
    filled = [token for token in tokens[1:] if token.is_amount]
    return len(tokens) == width + 1 and not tokens[0].is_amount and len(filled) == width

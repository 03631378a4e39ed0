"""A file against the paper it prints (逐字比对): every later hand edit, to the character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from kaocheng.proof.reading import Row, Token

LARGEST = 3_000_000
"""Tokens by tokens that are compared one by one."""
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where a file differs (改动): the tokens printed and the tokens read in their stead."""

    printed: tuple[Token, ...]
    read: tuple[Token, ...]
    after: Token | None = None


def edits(printed: Sequence[Row], read: Sequence[Row]) -> Iterator[Edit]:
    """Every difference between the lines of a paper and those read from a file, in order."""
    for a1, a2, b1, b2 in differing(printed, read):
        before = _last(read[:b1])
        if a1 < a2 and b1 < b2:
            yield from _replaced(printed[a1:a2], read[b1:b2], before)
        else:
            yield from (Edit(row.tokens, (), before) for row in printed[a1:a2])
            yield from (Edit((), row.tokens, before) for row in read[b1:b2])


def differing(printed: Sequence[Row], read: Sequence[Row]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of lines that differ: from and to in the one, from and to in the other."""
    texts = [row.text for row in printed], [row.text for row in read]
    if texts[0] != texts[1]:
        matcher = SequenceMatcher(None, *texts, autojunk=False)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            if tag != "equal":
                yield a1, a2, b1, b2


def _replaced(printed: Sequence[Row], read: Sequence[Row], before: Token | None) -> Iterator[Edit]:
    """Lines against lines: row by row and cell by cell where they go together, else as one text."""
    pairs = list(zip(printed, read, strict=False))
    if len(printed) != len(read) or not all(_alike(one, two) for one, two in pairs):
        yield from _within(_tokens(printed), _tokens(read), before)
        return
    for one, two in pairs:
        for cell, other in zip(_cells(one), _cells(two), strict=True):
            yield from _within(cell, other, before)
            before = other[-1]


def _alike(one: Row, two: Row) -> bool:
    """Whether two lines are the same row with some cells changed."""
    first, second = _cells(one), _cells(two)
    if len(first) != len(second):
        return False
    same = sum(_text(a) == _text(b) for a, b in zip(first, second, strict=True))
    return same >= len(first) * _ALIKE or len(first) == 1


def _cells(row: Row) -> list[list[Token]]:
    """The tokens of each cell; a sentence is one cell."""
    return [list(group) for _, group in groupby(row.tokens, lambda t: (id(t.passage), t.column))]


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def _tokens(rows: Sequence[Row]) -> list[Token]:
    return [token for row in rows for token in row.tokens]


def _last(rows: Sequence[Row]) -> Token | None:
    return next((row.tokens[-1] for row in reversed(rows) if row.tokens), None)


def _within(printed: list[Token], read: list[Token], before: Token | None) -> Iterator[Edit]:
    """The differences inside a stretch where whole lines did not match."""
    if not printed or not read or len(printed) * len(read) > LARGEST:
        yield Edit(tuple(printed), tuple(read), before)
        return
    matcher = SequenceMatcher(
        None, [token.text for token in printed], [token.text for token in read], autojunk=False
    )
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            after = read[b1 - 1] if b1 else before
            yield Edit(tuple(printed[a1:a2]), tuple(read[b1:b2]), after)

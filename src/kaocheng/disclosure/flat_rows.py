"""Indicator rows of a flattened form (压平的指标行), found by the numbers they end with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kaocheng.disclosure.anchors import Token
from kaocheng.kernel.documents import Cell
from kaocheng.performance.labels import concepts, stem, vocabulary

_LEVELS = ("level1", "level2")
_NUMBERS = ("weight", "score")
_AFTER = ("evidence", "reason")
_ORDER = (
    *_LEVELS, "name", "nature", "target", "revised", "unit", "actual", "weight", "coefficient",
    "score", *_AFTER,
)  # fmt: skip
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of a table of indicators: what each column holds, and their own `tokens`."""

    columns: tuple[str, ...]
    tokens: tuple[Token, ...]

    @property
    def inner(self) -> tuple[str, ...]:
        """The columns from the name of the indicator up to its score."""
        last = max(at for at, column in enumerate(self.columns) if column in _NUMBERS)
        return self.columns[self.columns.index("name") : last + 1]

    @property
    def tail(self) -> int:
        """How many columns of words come after the score."""
        return len(self.columns) - self.columns.index("name") - len(self.inner)


def heads_at(tokens: Sequence[Token]) -> Heads | None:
    """The headings the tokens begin with, or None when they make no table of scored indicators."""
    columns: list[str] = []
    for token in tokens[: len(_ORDER)]:
        known = [c for c in _ORDER if c in _concepts(token) and c not in columns]
        if not known:
            break
        columns.append(known[0])
    needed = {"level1", "name", "target", "score"} <= set(columns)
    if not needed or len(columns) < _FEWEST or columns.index("name") > len(_LEVELS):
        return None
    return Heads(tuple(columns), tuple(tokens[: len(columns)]))


def body(tokens: Sequence[Token], heads: Heads) -> tuple[list[list[Token]], int]:
    """The header row, the rows below it and the row of the total, and where they end.

    Nothing where a row does not come out as its headings say.
    """
    rows = [list(heads.tokens)]
    place = len(heads.tokens)
    while place < len(tokens) and not _is_total(tokens[place]):
        row, after = _row(tokens, place, heads)
        if not row:
            return [], 0
        rows.append(row)
        place = after
    return _closed(tokens, place, heads, rows)


def _closed(
    tokens: Sequence[Token], place: int, heads: Heads, rows: list[list[Token]]
) -> tuple[list[list[Token]], int]:
    """The row of the total, its numbers under the columns they are of."""
    if place >= len(tokens):
        return [], 0
    numbers = [t for t in tokens[place + 1 : place + 3] if t.is_number]
    empty = replace(tokens[place], passage=None)
    row = [tokens[place]] + [empty] * (len(heads.columns) - 1)
    under = [heads.columns.index(c) for c in _NUMBERS if c in heads.columns][-len(numbers) or 9 :]
    for at, token in zip(under, numbers, strict=False):
        row[at] = token
    return [*rows, row], place + 1 + len(numbers)


def _row(tokens: Sequence[Token], place: int, heads: Heads) -> tuple[list[Token], int]:
    """One indicator: its levels where they are printed, its cells, words after the score."""
    empty = replace(tokens[place], passage=None)
    levels = []
    for level in [column for column in heads.columns if column in _LEVELS]:
        here = place < len(tokens) and _is_level(tokens[place], level)
        levels.append(tokens[place] if here else empty)
        place += here
    cells = _cells(tokens, place, heads)
    if not cells:
        return [], place
    place += sum(token.passage is not None for token in cells)
    words = 0
    while words < heads.tail and not _begins(tokens, place + words, heads):
        words += 1
    after = list(tokens[place : place + words]) + [empty] * (heads.tail - words)
    return [*levels, *cells, *after], place + words


def _begins(tokens: Sequence[Token], place: int, heads: Heads) -> bool:
    """Whether a row, or the total, begins here."""
    if place >= len(tokens) or _is_total(tokens[place]):
        return True
    if any(_is_level(tokens[place], level) for level in _LEVELS):
        return True
    return bool(_cells(tokens, place, heads))


def _cells(tokens: Sequence[Token], place: int, heads: Heads) -> list[Token]:
    """The cells from the name to the score; the actual value may have been left blank."""
    inner = heads.inner
    full = list(tokens[place : place + len(inner)])
    if _fits(full, inner) and not _goes_on(tokens, place + len(inner)):
        return full
    if "actual" not in inner:
        return []
    at = inner.index("actual")
    short = list(tokens[place : place + len(inner) - 1])
    if len(short) < at or len(short) != len(inner) - 1:
        return []
    padded = [*short[:at], replace(short[0], passage=None), *short[at:]]
    return padded if _fits(padded, inner) else []


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a further number follows, so that these were not the last ones of the row."""
    return place < len(tokens) and tokens[place].is_number


def _fits(cells: Sequence[Token], inner: Sequence[str]) -> bool:
    if len(cells) != len(inner) or cells[0].is_number:
        return False
    numbers = [cell for cell, column in zip(cells, inner, strict=True) if column in _NUMBERS]
    return all(cell.is_number for cell in numbers) and not _is_total(cells[0])


def _concepts(token: Token) -> frozenset[str]:
    return concepts(Cell(token.passage, 0, 0), "indicator") if token.passage else frozenset()


def _is_level(token: Token, level: str) -> bool:
    return stem(token.text) in vocabulary()["words"][level]


def _is_total(token: Token) -> bool:
    return token.passage is not None and "total" in concepts(Cell(token.passage, 0, 0), "field")

"""The form a file gives its paper (成文样式): what it showed beside or instead of the paper's lines.

Cover, contents, running heads and page numbers, the words of pictures and lines broken by a page are
kept as they were published, so that one that is gone or altered later is found like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from kaocheng.proof.aligning import LARGEST, differing
from kaocheng.proof.reading import Row, Token, row_printed, squeezed, tokens_of
from kaocheng.proof.records import Instead, Line, Piece

_MARGINS = frozenset({"header", "footer"})
_TITLES = frozenset({"heading", "title"})
"""What the contents list."""
_LEADERS = ".…·"


def instead(printed: Sequence[Row], read: Sequence[Row]) -> tuple[Instead, ...]:
    """Where a file as published shows other lines than its paper, and which."""
    titles = [row.text for row in printed if row.line and row.line.kind in _TITLES]
    return tuple(
        Instead(a1, a2 - a1, tuple(_kept(row, titles) for row in read[b1:b2]))
        for a1, a2, b1, b2 in differing(printed, read)
    )


def formed(
    printed: Sequence[Row], other: Sequence[Instead], meant: Mapping[str, str]
) -> Iterator[Row]:
    """The rows that a file should show; `meant` are figures whose print in the ledger is wrong."""
    at = 0
    for one in other:
        yield from (_corrected(row, meant) for row in printed[at : one.at])
        at = max(one.at + one.count, at)
        rows = [row_printed(line) for line in one.lines]
        yield from (_corrected(row, meant) for row in _owned(rows, printed[one.at : at]))
    yield from (_corrected(row, meant) for row in printed[at:])


def _kept(row: Row, titles: Sequence[str]) -> Line:
    """A line as it is kept; the texts of a table's cells stay apart."""
    kind = row.role if row.role in _MARGINS else "beside"
    if kind == "beside" and any(_lists(row.text, title) for title in titles):
        kind = "contents"
    several = len(row.passages) > 1
    texts = (squeezed(passage.text) for passage in row.passages)
    pieces = (Piece(text, "", at if several else 0) for at, text in enumerate(texts, 1))
    return Line(kind, 0, tuple(pieces))


def _lists(text: str, title: str) -> bool:
    """Whether a line is the title's entry in the contents: the title and a page."""
    return text.startswith(title) and text[len(title) :].strip(_LEADERS).isdecimal()


def _owned(rows: Sequence[Row], printed: Sequence[Row]) -> Iterator[Row]:
    """Rows shown instead of printed ones, their tokens given to the figures that they print."""
    old = [token for row in printed for token in row.tokens]
    new = [token for row in rows for token in row.tokens]
    owners: dict[int, Token] = {}
    if any(token.figure for token in old) and len(old) * len(new) <= LARGEST:
        texts = [token.text for token in old], [token.text for token in new]
        for a, b, size in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
            owners |= {b + step: old[a + step] for step in range(size) if old[a + step].figure}
    numbers = iter(range(len(new)))
    for row in rows:
        made = [_given(token, owners.get(next(numbers))) for token in row.tokens]
        yield replace(row, made=tuple(made))


def _given(token: Token, owner: Token | None) -> Token:
    return replace(token, figure=owner.figure, line=owner.line) if owner else token


def _corrected(row: Row, meant: Mapping[str, str]) -> Row:
    """A row with the figures that do not follow from the evidence as they should be."""
    if not meant or not any(token.figure in meant for token in row.tokens):
        return row
    made: list[Token] = []
    for figure, group in groupby(row.tokens, lambda token: token.figure):
        held = list(group)
        right = tokens_of(meant[figure]) if figure in meant else ()
        made += [replace(held[0], text=text) for text, _, _ in right] or held
    return replace(row, text="".join(token.text for token in made), made=tuple(made))

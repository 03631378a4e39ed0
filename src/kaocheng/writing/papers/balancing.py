"""Long titles (标题回行) broken into lines of like length, not inside a word (GB/T 9704-2012 §7.3.1).

Only the room is narrowed: the words stay one paragraph, and the program that sets them breaks the
lines, Word and LibreOffice where the pdf does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from unicodedata import east_asian_width

_NARROW, _APART, _SLACK = 0.5, 0.22, 0.4
"""Digits of Times; what stands between them and Chinese; room beyond the longest line, in type sizes."""
_NEAR = 0.8
"""A title so near to the full width may break in some program."""
_SPLIT, _GOOD, _UNLIKE = 8.0, 3.0, 0.5
"""What a break inside a word costs, what one at a pause saves, what each em of difference costs."""
_STEP = 0.25
_OPENING, _CLOSING = "（《“‘〔(", "）》”’〕)、，。：；"


def margin(title: str, size: float, across: float) -> float:
    """The blank on each side of a centred title in points; 0 where it stands on one line."""
    lines = lines_of(title, size, across)
    if len(lines) < 2:
        return 0.0
    return max(across - (max(map(wide, lines)) + _SLACK) * size, 0.0) / 2


def lines_of(title: str, size: float, across: float) -> list[str]:
    """The lines of a centred title."""
    room = across / size - _NEAR
    return _best(title, room) if wide(title) > room else [title]


def wide(text: str) -> float:
    """About how wide a text is set, in type sizes."""
    apart = sum(
        _is_narrow(one) != _is_narrow(two) for one, two in pairwise(text) if " " not in one + two
    )
    return sum(_NARROW if _is_narrow(char) else 1.0 for char in text) + _APART * apart


def _best(title: str, room: float) -> list[str]:
    fewest = len(list(_broken(title, room)))
    rooms = [room - _STEP * step for step in range(int(room / _STEP))]
    tried = [list(_broken(title, one)) for one in rooms if one > wide(title) / (fewest + 1)]
    return min((lines for lines in tried if len(lines) == fewest), key=_cost, default=[title])


def _cost(lines: Sequence[str]) -> float:
    widths = [wide(line) for line in lines]
    cost = _UNLIKE * (max(widths) - min(widths))
    for before, after in pairwise(lines):
        cost += _SPLIT if _splits(before, after) or before.endswith(_words("leading")) else 0.0
        cost -= _GOOD if before.endswith(_words("pauses")) or after[0] in _OPENING else 0.0
    return cost


def _splits(before: str, after: str) -> bool:
    """Whether the break falls inside a word."""
    return any(
        before.endswith(word[:at]) and after.startswith(word[at:])
        for word in _words("whole")
        for at in range(1, len(word))
    )


def _broken(title: str, room: float) -> Iterator[str]:
    """The lines as a program fills them, each as full as can be."""
    line = ""
    for piece in _pieces(title):
        if line and wide((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line


def _pieces(title: str) -> Iterator[str]:
    """What is not broken: a number or a foreign word, a character with the marks that cling to it."""
    piece = ""
    for char in title:
        if piece and not _clings(piece[-1], char):
            yield piece
            piece = ""
        piece += char
    yield piece


def _clings(before: str, after: str) -> bool:
    narrow = _is_narrow(before) and _is_narrow(after) and before != " "
    return narrow or before in _OPENING or after in _CLOSING or after == " "


def _is_narrow(char: str) -> bool:
    return east_asian_width(char) not in "WFA"


@lru_cache(maxsize=None)
def _words(kind: str) -> tuple[str, ...]:
    told = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
    return tuple(told[kind])

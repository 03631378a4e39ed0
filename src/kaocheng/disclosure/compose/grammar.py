"""The grammar of a sentence pattern (句式): plain words, and slots in braces, parsed once.

A slot is `{名称|单位|小数位}` for a named total, or `{动作: 甲, 乙|单位|小数位}` with one of the actions
share (甲占乙), growth (甲比乙的增减幅度), change (甲比乙的增减额), completion (甲完成乙的比例), reason (原因),
text (单位自己写的文字), names (清单的名称), phrase (套用短语), each (对清单逐项套用短语). Before a name
`^` means last year's, `~` the budget of the year, `@` the plain word of that name. `/` and `,` both
part the operands. The unit 原 is the one a figure has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ACTIONS = frozenset(
    {"share", "growth", "change", "completion", "reason", "text", "names", "phrase", "each"}
)
_SLOT = re.compile(r"\{([^{}]+)\}")
_BETWEEN = re.compile(r"\s*[,/]\s*")


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot (槽位): the `action` ("" for a named total), its `operands`, unit and decimals."""

    action: str
    operands: tuple[str, ...]
    unit: str = ""
    decimals: int | None = None


Piece = str | Slot


class Unparsable(ValueError):
    """A pattern that breaks the grammar (句式写错); its text is the slot at fault."""


@lru_cache(maxsize=4096)
def parsed(pattern: str) -> tuple[Piece, ...]:
    """The pieces of a pattern in order; raises Unparsable for a slot or brace that is wrong."""
    pieces: list[Piece] = []
    last = 0
    for match in _SLOT.finditer(pattern):
        pieces += [_plain(pattern[last : match.start()]), _slot(match[1])]
        last = match.end()
    pieces.append(_plain(pattern[last:]))
    return tuple(piece for piece in pieces if piece)


def _plain(words: str) -> str:
    if "{" in words or "}" in words:
        raise Unparsable(words)
    return words


def _slot(inside: str) -> Slot:
    body, *options = (part.strip() for part in inside.split("|"))
    action, colon, rest = body.partition(":")
    if not body or len(options) > 2 or (colon and action.strip() not in ACTIONS):
        raise Unparsable(inside)
    operands = tuple(_BETWEEN.split((rest if colon else body).strip()))
    needed = operands[:2] if action.strip() == "each" else operands  # nothing may stand between
    if not all(needed):
        raise Unparsable(inside)
    unit = options[0] if options else ""
    decimals = int(options[1]) if len(options) > 1 else None
    return Slot(action.strip() if colon else "", operands, unit, decimals)


def filled_in(pattern: str, operands: tuple[str, ...]) -> str:
    """A phrase with $1, $2 … replaced by the operands it is used with."""
    for number, operand in enumerate(operands, 1):
        pattern = pattern.replace(f"${number}", operand)
    if re.search(r"\$\d", pattern):
        raise Unparsable(pattern)
    return pattern

"""Rows found again in a flattened table (行的锚点): 行次 that count up, 科目 codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kaocheng.kernel.documents import Paragraph, Passage
from kaocheng.kernel.numerals import is_dash, read_number
from kaocheng.kernel.places import Place

_CODE = re.compile(r"[1-9]\d{2}(?:\d{2}){0,2}\Z")
_COUNT = re.compile(r"\d{1,2}\Z")
_LABEL = re.compile(r"(?!栏|次|行次)\D*[\u4e00-\u9fff]")
_FEWEST_ROWS = 3
_BLOCK = 3


@dataclass(frozen=True, slots=True)
class Token:
    """What may be a cell: a passage, or None for a blank line that stands for an empty cell."""

    passage: Passage | None
    place: Place

    @property
    def text(self) -> str:
        """The text, "" for an empty cell."""
        return self.passage.text.strip() if self.passage else ""

    @property
    def is_number(self) -> bool:
        """Whether it is a figure and nothing else."""
        return read_number(self.text) is not None

    @property
    def is_amount(self) -> bool:
        """Whether it may stand in a column of amounts: a number, a rate, or "—"."""
        return read_number(self.text.rstrip("%％ ")) is not None or is_dash(self.text)


def tokens_of(run: Sequence[Paragraph]) -> list[Token]:
    """Lines and, where lines are usually not spaced out, the blank lines between them."""
    if not run:
        return []
    lines = [paragraph.content.place.line or 0 for paragraph in run]
    steps = [after - before for before, after in pairwise(lines)]
    usual = Counter(steps).most_common(1)[0][0] if steps else 1
    found: list[Token] = []
    for paragraph, step in zip(run, [*steps, usual], strict=True):
        here = paragraph.content.place
        found.append(Token(paragraph.content, here))
        blanks = step // usual - 1 if usual > 0 and step % usual == 0 else 0
        found += [
            Token(None, replace(here, line=(here.line or 0) + usual * (k + 1)))
            for k in range(blanks)
        ]
    return found


def rows_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The rows, or nothing when the columns cannot be decided."""
    return _even(tokens) or _side_by_side(tokens) or _two_sided(tokens) or _by_code(tokens)


def _even(tokens: Sequence[Token]) -> list[list[Token]]:
    """Every cell is there: the anchors stand at equal distances, which is the width."""
    for anchors, column in ((_counting(tokens), 1), (_codes(tokens), 0)):
        steps = {after - before for before, after in pairwise(anchors)}
        if len(anchors) >= _FEWEST_ROWS and len(steps) == 1:
            width = steps.pop()
            kept, start = _with_total(tokens, width, anchors[0] - column)
            rows = _chunks(kept, width, start)
            if rows:
                return rows
    return []


def _side_by_side(tokens: Sequence[Token]) -> list[list[Token]]:
    """Blocks of code, name and amount beside each other, every cell kept (经济分类表).

    The first row holds 301, 302, 310 …; where a code goes on from the first one (30101), the
    second row begins.
    """
    anchors = _codes(tokens)
    if len(anchors) < _FEWEST_ROWS or anchors[1] - anchors[0] != _BLOCK:
        return []
    first = tokens[anchors[0]].text
    second = next((at for at in anchors[1:] if tokens[at].text.startswith(first)), 0)
    width = second - anchors[0]
    blanks = any(token.passage is None for token in tokens)
    if width <= _BLOCK or width % _BLOCK or not blanks:
        return []
    aligned = all((at - anchors[0]) % _BLOCK == 0 for at in anchors)
    return _chunks(tokens, width, anchors[0]) if aligned else []


def _counting(tokens: Sequence[Token]) -> list[int]:
    """Positions of 行次 1, 2, 3 … of the first side, each after a label; 栏次 are none."""
    found = [
        _follow(tokens, index)
        for index, token in enumerate(tokens)
        if token.text == "1" and index and _LABEL.match(tokens[index - 1].text)
    ]
    best = max(found, key=len, default=[])
    return best if len(best) >= _FEWEST_ROWS else []


def _follow(tokens: Sequence[Token], start: int) -> list[int]:
    found = [start]
    for index in range(start + 1, len(tokens)):
        if tokens[index].text == str(len(found) + 1):
            found.append(index)
    return found


def _codes(tokens: Sequence[Token]) -> list[int]:
    """Positions of 科目 codes: after them comes a name, perhaps after empty cells."""
    found = []
    for index, token in enumerate(tokens):
        if _CODE.match(token.text):
            after = next((t for t in tokens[index + 1 : index + 4] if t.text), None)
            if after and not after.is_number:
                found.append(index)
    return found


def _chunks(tokens: Sequence[Token], width: int, start: int) -> list[list[Token]]:
    """Rows of `width` from `start` on; the header before them is cut from its end backwards.

    Empty cells at either end of a table leave no trace and are put back.
    """
    if width < 2 or start < width:
        return []
    first = start % width
    rows = [list(tokens[at : at + width]) for at in range(first, len(tokens), width)]
    rows[-1] += [replace(rows[-1][-1], passage=None)] * (width - len(rows[-1]))
    head = list(tokens[:first])
    if not head:
        return rows
    if any(token.passage is None for token in tokens):
        return [[replace(head[0], passage=None)] * (width - first) + head, *rows]
    spread = _spread(head, width)
    return [spread, *rows] if spread else []


def _spread(head: list[Token], width: int) -> list[Token]:
    """An upper header of fewer cells, set over equal parts of the width (收入 | 支出)."""
    if len(head) > width:
        return []
    part = max(width // len(head), 1)
    row = [replace(head[min(at // part, len(head) - 1)], passage=None) for at in range(width)]
    for index, token in enumerate(head):
        row[index * part] = token
    return row


def _two_sided(tokens: Sequence[Token]) -> list[list[Token]]:
    """Empty cells were dropped: 行次 of both sides tell where each entry begins."""
    left = _counting(tokens)
    if len(left) < _FEWEST_ROWS or left[0] < 1:
        return []
    right = _other_side(tokens, left)
    if len(right) < _FEWEST_ROWS or len(right) > len(left):
        return []
    anchors = sorted([*left, *right])
    head = _head(tokens[: left[0] - 1])
    if not head or any(after - before > 3 for before, after in pairwise(anchors)):
        return []
    ends = [*anchors[1:], len(tokens) + 1]
    entries = {at: _entry(tokens, at, end) for at, end in zip(anchors, ends, strict=True)}
    empty = [replace(tokens[left[-1]], passage=None)] * 3
    body = [
        entries[at] + (entries[right[row]] if row < len(right) else empty)
        for row, at in enumerate(left)
    ]
    return [*head, *body]


def _head(tokens: Sequence[Token]) -> list[list[Token]]:
    """Header of a table of 2 × (项目 行次 金额): what stands above, the names, the row of 栏次."""
    names = next((index for index, token in enumerate(tokens) if token.text == "行次"), 0) - 1
    if names < 0 or names > 6 or len(tokens) < names + 6:
        return []
    upper, middle, lower = tokens[:names], tokens[names : names + 6], tokens[names + 6 :]
    rows = [_spread(list(upper), 6)] if upper else []
    rows.append(list(middle))
    if len(lower) == 4:
        one, two, three, four = lower
        lower = [one, replace(one, passage=None), two, three, replace(three, passage=None), four]
    if lower:
        rows.append(list(lower))
    return rows if all(len(row) == 6 for row in rows) else []


def _other_side(tokens: Sequence[Token], left: list[int]) -> list[int]:
    """Positions of the 行次 of the right side, which goes on counting where the left side ends."""
    value = len(left) + 1
    found: list[int] = []
    for index in range(left[0] + 1, len(tokens)):
        if index not in left and tokens[index].text == str(value + len(found)):
            found.append(index)
    return found


def _entry(tokens: Sequence[Token], at: int, after: int) -> list[Token]:
    """Label, 行次 and amount round the 行次 at `at`; what is not there is empty."""
    empty = replace(tokens[at], passage=None)
    label = tokens[at - 1] if not tokens[at - 1].is_number else empty
    following = tokens[at + 1] if at + 1 < min(after, len(tokens)) else empty
    amount = following if following.is_number and not _COUNT.match(following.text) else empty
    return [label, tokens[at], amount]


def _by_code(tokens: Sequence[Token]) -> list[list[Token]]:
    """Rows of code, name and figures; decided only when each row has as many figures."""
    starts = _codes(tokens)
    if len(starts) < _FEWEST_ROWS:
        return []
    rows = [list(tokens[at:after]) for at, after in pairwise([*starts, len(tokens)])]
    widths = {len(row) for row in rows[:-1]}
    width = widths.pop() if len(widths) == 1 else 0
    if width < 3 or len(rows[-1]) < width:
        return []
    kept, first = _with_total(tokens[: starts[-1] + width], width, starts[0])
    return _chunks(kept, width, first)


def _with_total(tokens: Sequence[Token], width: int, first: int) -> tuple[Sequence[Token], int]:
    """A row 合计 above the first code has no code: an empty cell is put before it."""
    at = first - (width - 1)
    if at < 1 or tokens[at].text != "合计" or not all(t.is_number for t in tokens[at + 1 : first]):
        return tokens, first
    empty = replace(tokens[at], passage=None)
    return [*tokens[:at], empty, *tokens[at:]], first + 1

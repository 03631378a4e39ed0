"""Lines that state the spending of one 科目 after another (逐项说明支出的科目)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.documents import Paragraph, Passage

_ITEM = re.compile(r"(?P<item>[^。；：:]{2,80}[（(]项[）)])\s*[:：]\s*(?P<rest>.+)", re.DOTALL)
_AMOUNT = re.compile(r"\d[\d,.]*\s*(?:万元|亿元|元)")
_EXPLAINS = re.compile(r"(?:主要)?(?:指|反映)")
_NUMBER = re.compile(r"\d+[.．、]\s*")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One such line: the 科目, where its statement stands, and what kind of statement it is."""

    item: str
    passage: Passage
    start: int
    end: int
    amount: bool
    explains: bool


def item_groups(statement: Statement) -> list[list[ItemLine]]:
    """Groups of neighbouring 科目 lines (same headings above) of which most state an amount."""
    groups: dict[tuple[str, ...], list[ItemLine]] = defaultdict(list)
    for section in statement.sections:
        for block in section.blocks:
            line = _line(block) if isinstance(block, Paragraph) else None
            if line:
                own = block is section.heading
                groups[section.path[:-1] if own else section.path].append(line)
    return [group for group in groups.values() if _states_amounts(group)]


def _line(paragraph: Paragraph) -> ItemLine | None:
    match = _ITEM.match(paragraph.text)
    if not match:
        return None
    rest = match["rest"]
    return ItemLine(
        _NUMBER.sub("", match["item"]).strip(),
        paragraph.content,
        match.start("rest"),
        match.end("rest"),
        bool(_AMOUNT.search(rest)),
        bool(_EXPLAINS.match(rest)),
    )


def _states_amounts(group: list[ItemLine]) -> bool:
    stated = sum(line.amount for line in group)
    return stated >= _FEWEST and stated * 2 > len(group)

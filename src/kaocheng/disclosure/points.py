"""Points and scores told in prose (文中分值与得分): 过程30分，得28.5分，得分率95%, and the total they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement

_UNIT = "分"
_GOT = re.compile(
    r"\s*[，,、（(；]?\s?(?:其中)?(?:实际|自评|评价|评定|最终|实)?(?:得分?|评分)(?:为|是|：|:)?\s*"
)
_MOST = re.compile(r"(?:总分|满分)(?:值)?(?:为|是|共)?\Z")
_TOTAL = re.compile(
    r"(?:综合|总|合计|最终|自评|评价|评审|评定|本?项目|绩效|总体|整体|结果)*(?:得分|评分|总分)(?:合计)?(?:为|是|达|共)?\Z"
)
_BEHIND = re.compile(r"(?:以上|上述|合计|共计|总计|总得分|综合)")
_RATE = re.compile(r"得分率(?:为|是|达)?\Z")
_ASIDE = re.compile(r"扣|加\d*|减|平均|标准|每|不低于|以上|及格|优秀|良好")
_FULL = Decimal(100)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """The points of an item, its score, and the rate printed behind them, None without one."""

    points: Mention
    score: Mention
    rate: Mention | None


@dataclass(frozen=True, slots=True)
class Card:
    """The items of a section, the total score and the full marks where they are told.

    `total` is the total of just these items, `spoken` the only total score told with them.
    """

    pairs: tuple[Pair, ...]
    total: Mention | None
    full: Mention | None
    spoken: Mention | None


def cards(statement: Statement) -> Iterator[Card]:
    """The points and scores of each section that tells some, one after another."""
    spoken = (s for s in statement.sentences if not s.in_table)
    for _, group in groupby(spoken, key=lambda s: s.section):
        mentions = [m for s in group for m in s.mentions]
        pairs = tuple(_pairs(mentions))
        if pairs:
            yield _card(mentions, pairs)


def _pairs(mentions: list[Mention]) -> Iterator[Pair]:
    depth: int | None = None
    for at in range(len(mentions) - 1):
        points, score = mentions[at : at + 2]
        scored = points.figure.unit.name == score.figure.unit.name == _UNIT
        if not scored or not _GOT.fullmatch(score.before) or _is_total(points):
            continue
        if _ASIDE.search(points.label):
            continue
        depth = points.depth if depth is None else depth
        rates = [m for m in mentions[at + 2 : at + 3] if _RATE.search(essence(m.label))]
        if points.depth == depth:
            yield Pair(points, score, rates[0] if rates else None)


def _is_total(mention: Mention) -> bool:
    label = essence(mention.label)
    return bool(_TOTAL.search(label) or _MOST.search(label))


def _card(mentions: list[Mention], pairs: tuple[Pair, ...]) -> Card:
    taken = {id(m) for pair in pairs for m in (pair.points, pair.score)}
    single = [m for m in mentions if m.figure.unit.name == _UNIT and id(m) not in taken]
    full = next((m for m in single if _MOST.search(essence(m.label))), None)
    added = sum((pair.points.figure.value for pair in pairs), Decimal(0))
    whole = added == (full.figure.value if full else _FULL) and len(pairs) >= _LEAST
    totals = [m for m in single if m is not full and _TOTAL.search(essence(m.label))]
    last = next(at for at, m in enumerate(mentions) if m is pairs[-1].score)
    after = {id(m) for m in mentions[last:]}
    behind = [m for m in totals if id(m) in after and _BEHIND.search(m.label)]
    one = totals if whole else behind if len(pairs) >= _LEAST else []
    total = one[0] if len(one) == 1 else None
    return Card(pairs, total, full if whole else None, totals[0] if len(totals) == 1 else None)

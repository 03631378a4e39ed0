"""PER085: points and score of a scorecard's item told in the text against the scorecard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaocheng.kernel.documents import Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Entry, Item, Performance
from kaocheng.performance.speaking import about_projects, card_about
from kaocheng.performance.wording import complete, skipped, terms

_CODE = "PER085"
_POINTS = r"(\d+(?:\.\d+)?)\s*分"
_HOW = r"(?:评定为[“\"][^”\"]*[”\"]|按[^。；;]{2,200}?)"
_TOLD = re.compile(rf"([^，,。；;按]{{2,30}}?)(?:{_HOW}[，,])?分值为?{_POINTS}[，,]得{_POINTS}")


@rule("正文所写评分项的分值、得分与评分表不符", family="得分复算", of=Performance)
def item_in_text(performance: Performance) -> Iterator[Said]:
    """正文写“某评分项分值几分，得几分”的，应与评分表这一项的分值、得分相同；写某部分合计的，应等于这一部分各项之和。"""
    judged = False
    for form, passage in about_projects(performance):
        card = card_about(performance, form)
        for match in _TOLD.finditer(plain(passage.text)):
            items = _meant(card.items, match[1]) if card else []
            for group, entries in ((2, [i.maximum for i in items]), (3, [i.score for i in items])):
                parts = _points(entries)
                if parts:
                    judged = True
                    stated = _stated(passage, match, group)
                    yield Sum(_CODE, stated, terms(parts), "正文所写=评分表", same=len(parts) == 1)
    if not judged:
        yield skipped(_CODE, "正文没有能与评分表对上的分值和得分")


def _meant(items: Sequence[Item], words: str) -> list[Item]:
    """The item of that name, or all items of the group whose sum (合计) is told."""
    name = words.strip()
    if name.endswith("合计"):
        return [item for item in items if item.path and item.path[0] == name.removesuffix("合计")]
    found = [item for item in items if item.name.words == name]
    return found if len(found) == 1 else []


def _points(entries: Sequence[Entry | None]) -> list[Figure]:
    """The points in these boxes; a weight in per cent is as many points of a hundred."""
    return [replace(figure, unit=POINTS) for figure in complete(entries)]


def _stated(passage: Passage, match: re.Match[str], group: int) -> Figure:
    return figure_at(passage, match.start(group), match.end(group), match[1], POINTS)

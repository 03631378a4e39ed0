"""PER011: a score above the points of its row."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.records import Entry, Performance
from kaocheng.performance.wording import names, skipped

_CODE = "PER011"
_Row = tuple[Entry, Entry, Entry]


@rule("得分超过满分", family="得分复算", of=Performance)
def score_above_points(performance: Performance) -> Iterator[Said]:
    """任何一项的得分不得超过该项分值，也不得为负数；一张表的同类问题合为一条。"""
    tables = [*_forms(performance), *_cards(performance)]
    if not tables and not performance.prose:
        yield skipped(_CODE, "文件中没有带分值的绩效表")
    for rows in tables:
        over = [row for row in rows if _is_over(row)]
        if over:
            yield _finding(over)
    for card in performance.prose:
        for item in card.scores:
            if item.maximum and item.awarded and item.awarded.value > item.maximum.value:
                yield Finding(
                    _CODE,
                    item.awarded.place,
                    item.awarded.text,
                    item.awarded.text,
                    f"不超过{item.maximum.text}",
                    f"“{item.title}”满分{item.maximum.text}分，得分{item.awarded.text}分。",
                    remedy="改正得分。",
                )


def _forms(performance: Performance) -> Iterator[list[_Row]]:
    for form in performance.forms:
        rows = [(i.name, i.weight, i.score) for i in form.indicators]
        rows += [(s.name, s.weight, s.score) for s in form.subtotals]
        fund = form.fund
        rows += [(fund.weight, fund.weight, fund.score)] if fund and fund.weight else []
        yield [(n, w, s) for n, w, s in rows if w and s]


def _cards(performance: Performance) -> Iterator[list[_Row]]:
    for card in performance.scorecards:
        yield [(i.name, i.maximum, i.score) for i in card.items if i.maximum and i.score]


def _is_over(row: _Row) -> bool:
    points, score = row[1].figure, row[2].figure
    return bool(points and score and (score.value > points.value or score.value < 0))


def _finding(over: list[_Row]) -> Finding:
    first = over[0]
    return Finding(
        _CODE,
        first[2].place,
        first[2].words,
        "、".join(f"{score.words}分" for _, _, score in over),
        "、".join(f"不超过{points.words}分" for _, points, _ in over),
        f"{names([n for n, _, _ in over])}的得分超过分值或小于零。",
        remedy="改正得分或分值。",
        related=tuple(score.place for _, _, score in over[1:]),
    )

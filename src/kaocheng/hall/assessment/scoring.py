"""Scoring (计分): points by the sheet from what was counted; where nothing was counted there are no points.

What cannot be judged counts neither for nor against: the result is the share of the points that can be judged,
and whoever has too few of them is not ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.hall.assessment.sheets import Grade, Method, Rule, Sheet, Subject

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the records say (计数): so many of so many; nothing to count from is `whole` 0."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one line (单项得分): None where there is nothing to judge by; `reason` where a person set them."""

    rule: Rule
    counts: Counts
    points: Decimal | None
    computed: Decimal | None
    reason: str = ""

    @property
    def text(self) -> str:
        """As it is shown: no data is no nought."""
        return "无数据" if self.points is None else f"{self.points}"


@dataclass(frozen=True, slots=True)
class Scored:
    """Somebody's month (考核结果): points, of how many that could be judged, per cent, grade and rank.

    `rank` and `grade` are None where too little could be judged.
    """

    subject: str
    name: str
    scores: tuple[Score, ...]
    points: Decimal
    judged: Decimal
    percent: Decimal | None
    grade: Grade | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """Points a person set in place of the computed ones (人工认定), and why."""

    points: Decimal
    reason: str


def score(rule: Rule, counts: Counts, ruled: Ruled | None = None) -> Score:
    """The points of one line; what a person set with a reason stands before what was computed."""
    computed = _computed(rule, counts)
    if ruled is not None:
        return Score(rule, counts, ruled.points, computed, ruled.reason)
    return Score(rule, counts, computed, computed)


def scored(
    sheet: Sheet,
    kind: Subject,
    who: tuple[str, str],
    counts: Mapping[str, Counts],
    ruled: Mapping[str, Ruled],
) -> Scored:
    """One subject (its key and name) by the sheet, not yet ranked."""
    lines = tuple(
        score(rule, counts.get(rule.key, Counts(0, 0)), ruled.get(rule.key))
        for rule in sheet.rules
        if kind in rule.of
    )
    points = sum((one.points for one in lines if one.points is not None), Decimal(0))
    judged = sum((one.rule.full for one in lines if one.points is not None), Decimal(0))
    percent = (100 * points / judged).quantize(_CENT, ROUND_HALF_UP) if judged else None
    return Scored(*who, lines, points, judged, percent)


def ranked(sheet: Sheet, found: Iterable[Scored]) -> tuple[Scored, ...]:
    """The best first, equals sharing a rank; those of whom too little is known stand last, without one."""
    told = tuple(found)
    enough = [one for one in told if one.percent is not None and one.judged >= sheet.coverage]
    enough.sort(key=lambda one: (-(one.percent or 0), one.subject))
    shares = [one.percent for one in enough]
    first = [_placed(sheet, one, shares.index(one.percent) + 1) for one in enough]
    placed = {one.subject for one in first}
    return (*first, *sorted((o for o in told if o.subject not in placed), key=lambda o: o.subject))


def _placed(sheet: Sheet, one: Scored, rank: int) -> Scored:
    grade = sheet.grade(one.percent) if one.percent is not None else None
    return Scored(
        one.subject, one.name, one.scores, one.points, one.judged, one.percent, grade, rank
    )


def _computed(rule: Rule, counts: Counts) -> Decimal | None:
    if rule.method is Method.ENTERED or counts.whole <= 0:
        return None
    if rule.method is Method.SHARE:
        share = min(Decimal(1), Decimal(counts.part) / counts.whole)
        return (rule.full * share).quantize(_CENT, ROUND_HALF_UP)
    return max(Decimal(0), rule.full - rule.each * counts.part).quantize(_CENT, ROUND_HALF_UP)

"""Whether a change was reported, and exactly there (是否报在原处)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bench.changing import NUMBER, Change, Spot, passage_of
from kaocheng.kernel.documents import Document, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Severity
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report

_UNIT = 3  # a cell of one number may carry its unit (214.61万元, 100%)
Key = tuple[str | None, int | None, int | None, int | None, int | None, int | None]


class Verdict(Enum):
    """How a change came out."""

    HERE = "报在原处"
    NOTED = "原处提示"
    BESIDE = "并列报出"
    PARTY = "作为参与者"
    ELSEWHERE = "报在别处"
    MISSED = "未报"


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure the checker read, and where it stands: `region`, bound or free, faulty already."""

    spot: Spot
    region: str
    bound: bool
    faulty: bool


def key(place: Place) -> Key:
    """What tells one cell, line or paragraph from another; the page and the box do not matter."""
    if place.table is not None or place.sheet is not None:
        return place.sheet, place.table, place.row, place.column, None, None
    return None, None, None, None, place.paragraph, place.line


def keys(passage: Passage) -> set[Key]:
    """The keys of every stretch of a passage."""
    return {key(stretch.place) for stretch in passage.stretches}


def aims(document: Document, found: Iterable[Spot], report: Report) -> list[Aim]:
    """The numbers that the checker read as figures, in the order of `found`."""
    figures = _by_key(report.figures)
    free = {id(figure) for figure in report.free}
    errors = [f for f in report.findings if report.severity(f) is Severity.ERROR]
    result = []
    for spot in found:
        passage = passage_of(document, spot)
        figure = _figure_at(spot, passage, figures)
        if figure is not None:
            faulty = any(_at(finding, spot, spot.end, spot.text, passage) for finding in errors)
            result.append(Aim(spot, _region(spot, passage, figure), id(figure) not in free, faulty))
    return result


def verdict(document: Document, change: Change, before: Report, after: Report) -> Verdict:
    """How the change came out: `document` is the changed one, `after` its report."""
    new = _new(before.findings, after.findings)
    passage = passage_of(document, change.spot)
    spot, end, text = change.spot, change.end, change.text
    # a paragraph that was reported before is "new" only because its quote holds the new number
    old = {f.code for f in before.findings if _at(f, spot, spot.end, spot.text, passage)}
    here = [f for f in new if f.code not in old and _at(f, spot, end, text, passage)]
    roots = [f for f in here if f.cause is None]
    if any(after.severity(f) is Severity.ERROR for f in roots):
        return Verdict.HERE
    if roots:
        return Verdict.NOTED
    if here:
        return Verdict.BESIDE
    related = (place for f in new for place in f.related)
    if any(_covers(p, text, spot.start, end, text, passage) for p in related):
        return Verdict.PARTY
    return Verdict.ELSEWHERE if new else Verdict.MISSED


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    known = Counter(map(_print, before))
    new = []
    for finding in after:
        if known[_print(finding)]:
            known[_print(finding)] -= 1
        else:
            new.append(finding)
    return new


def _print(finding: Finding) -> tuple[object, ...]:
    return finding.code, key(finding.place), finding.quote, finding.written, finding.expected


def _at(finding: Finding, spot: Spot, end: int, text: str, passage: Passage) -> bool:
    return _covers(finding.place, finding.quote, spot.start, end, text, passage)


def _covers(place: Place, quote: str, start: int, end: int, text: str, passage: Passage) -> bool:
    if key(place) not in keys(passage):
        return False
    if place.start is not None and place.end is not None:
        return place.start < end and start < place.end
    numbers = NUMBER.findall(quote)
    return text in numbers or not numbers


def _by_key(figures: Iterable[Figure]) -> dict[Key, list[Figure]]:
    result: dict[Key, list[Figure]] = {}
    for figure in figures:
        result.setdefault(key(figure.place), []).append(figure)
    return result


def _figure_at(spot: Spot, passage: Passage, figures: dict[Key, list[Figure]]) -> Figure | None:
    for at in keys(passage):
        for figure in figures.get(at, []):
            text = figure.text
            if _covers(figure.place, text, spot.start, spot.end, spot.text, passage):
                return figure
    return None


def _region(spot: Spot, passage: Passage, figure: Figure) -> str:
    if spot.row is not None and len(passage.text.strip()) - len(spot.text) <= _UNIT:
        return "表中单元格"
    if figure.unit.is_ratio:
        return "文中百分比"
    return "文中金额" if figure.unit.is_money else "文中数量"

"""One amount in two documents (对照一个数): equal, different, or not to be compared and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kaocheng.disclosure.between.dossiers import Dossier, Pair
from kaocheng.disclosure.between.worded import finding
from kaocheng.kernel.extracts import OWN
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.intervals import Interval
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged

_PUBLISHED = "公开"
_VERSIONS = (
    "两份是同一单位同一年度的同一种公开文件，当作一份文件的两稿，两稿不同不算错误"
    "（两种格式的同一份文件另由 SET002 逐数对照）"
)
Said = Finding | Judged | Unjudged


def all_compared(
    code: str, dossier: Dossier, pairs: Iterable[Pair], unsure: Severity
) -> Iterator[Said]:
    """The judgements on the pairs of a dossier, or that it has none."""
    found = False
    first: dict[tuple[object, ...], Finding] = {}
    refused: set[tuple[str, ...]] = set()
    for pair in pairs:
        found = True
        for said in compared(code, pair, unsure):
            if isinstance(said, Finding):
                yield _folded(said, pair, first)
            elif isinstance(said, Judged) or _new(said, pair, refused):
                yield said
    if not found:
        last = Place(dossier.here.file)
        yield Unjudged(code, Outcome.NOT_APPLICABLE, "同一单位的其他文件里没有可以对照的数", last)


def _new(said: Unjudged, pair: Pair, refused: set[tuple[str, ...]]) -> bool:
    """Whether two documents are refused for this reason for the first time: once for all their figures."""
    key = (pair.here.file, pair.there.file, said.because)
    known = key in refused
    refused.add(key)
    return not known


def _folded(finding: Finding, pair: Pair, first: dict[tuple[object, ...], Finding]) -> Finding:
    """The same gap between the same documents again follows from its first occurrence."""
    gap = abs(pair.told.interval.middle - pair.known.interval.middle)
    cause = first.setdefault((pair.here.file, pair.there.file, gap), finding)
    return finding if cause is finding else replace(finding, cause=cause)


def compared(code: str, pair: Pair, unsure: Severity) -> Iterator[Said]:
    """The judgement on a pair: `unsure` is how grave it is where the extent may differ."""
    if why := _apart(pair):
        yield Unjudged(code, Outcome.NOT_POSSIBLE, why, pair.told.figure.place)
        return
    right = _meets(pair)
    if not right and _versions(pair):
        yield Unjudged(code, Outcome.NOT_APPLICABLE, _VERSIONS, pair.told.figure.place)
        return
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    says = f"“{pair.told.name}”两份文件应一致"
    yield Judged(code, outcome, says, (pair.told.figure, pair.known.figure))
    if not right:
        yield finding(code, pair, unsure)


def _versions(pair: Pair) -> bool:
    """Whether both are the accounts or the budget an office publishes once a year: 同一文件的两稿.

    Of evaluations an office has as many as projects; two of them are two papers.
    """
    here, there = pair.here, pair.there
    same = (here.kind, here.year, here.level) == (there.kind, there.year, there.level)
    return same and _PUBLISHED in here.kind


def _apart(pair: Pair) -> str:
    """Why two documents cannot be compared, "" where they can."""
    here, there = pair.here, pair.there
    if here.level and there.level and here.level != there.level:
        return f"一份是{here.level}的，一份是{there.level}的，编报范围不同"
    if here.units is not None and there.units is not None and here.units != there.units:
        return f"两份文件纳入的单位分别是 {there.units} 个和 {here.units} 个，编报范围不同"
    if pair.told.via != OWN and here.restated:
        return f"文中写有“{here.restated}”，年初数、上年数可能经过调整"
    return ""


def _meets(pair: Pair) -> bool:
    """Whether the prints allow one value; one last digit more is the rounding that makes sums come out."""
    slack = max(pair.told.step, pair.known.step)
    known = pair.known.interval
    return Interval(known.low - slack, known.high + slack).meets(pair.told.interval)

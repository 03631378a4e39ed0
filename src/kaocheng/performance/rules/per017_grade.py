"""PER017: the printed grade against the bands printed in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.places import Place
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.grades import Band, agreed, bands_in, grade_of
from kaocheng.performance.records import Performance, SelfEvaluation
from kaocheng.performance.wording import find, passages, plainly, skipped

_CODE = "PER017"
_FULL = Decimal(100)
_SCORED = re.compile(
    r"(?:得分|总分|综合评分|自评分)[为是:：]?(?P<score>\d+(?:\.\d+)?)分(?!以)[，,、；;(]?"
    r"(?:(?:自评|评价|评定|综合|绩效)*(?:等级|等次|级别|结果|结论|档次)|评[为定]|属于?)[为是:：]*"
    r"[“\"]?(?P<grade>优秀?|良好?|中等?|合格|差)(?=[”\"。；;，,)、（(]|等次|等级|$)"
)


@rule("评价等级与所印等级标准不符", family="得分复算", of=Performance)
def grade(performance: Performance) -> Iterator[Said]:
    """等级应是得分在所印标准中对应的一档：表上有标准的按表，表上没有的按同一文件写明的标准。"""
    shared = agreed([band for p in passages(performance) for band in bands_in(p.text)])
    told = [one for form in performance.forms for one in _form(form, shared)]
    told += _sentences(performance, shared)
    if not told:
        yield skipped(_CODE, "没有等级、总得分或等级标准")
    for place, words, score, bands in told:
        expected = grade_of(score, bands) or _below(words, score, bands)
        if expected and words[:1] != expected[:1]:
            yield _finding(place, words, score, expected)


def _below(words: str, score: Decimal, bands: list[Band]) -> str:
    """What is left to say where only the grade itself has its band printed, and the score misses it."""
    missed = any(band.name[:1] == words[:1] and score < band.least for band in bands)
    return f"低于{words}" if missed else ""


_Told = tuple[Place, str, Decimal, list[Band]]


def _form(form: SelfEvaluation, shared: list[Band]) -> Iterator[_Told]:
    bands = [band for passage in form.rules for band in bands_in(passage.text)] or shared
    score = form.total_score.figure if form.total_score else None
    if form.grade is not None and score is not None and bands:
        yield form.grade.place, form.grade.words, score.value, bands


def _sentences(performance: Performance, shared: list[Band]) -> Iterator[_Told]:
    """Scores told with their grade in one clause, such as 得分88.5分，等级为优."""
    if not shared:
        return
    for passage, match in find(_SCORED, passages(performance)):
        score = Decimal(match["score"])
        if score <= _FULL:
            place = passage.at(match.start("grade"), match.end("grade"))
            yield place, match["grade"], score, shared


def _finding(place: Place, words: str, score: Decimal, expected: str) -> Finding:
    return Finding(
        _CODE,
        place,
        words,
        words,
        expected,
        f"总得分{plainly(score)}分，按所印标准应为“{expected}”，写成了“{words}”。",
        remedy="按等级标准改正等级。",
    )

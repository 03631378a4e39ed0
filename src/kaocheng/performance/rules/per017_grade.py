"""PER017: the printed grade against the bands printed in the document."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.grades import bands_in, grade_of
from kaocheng.performance.records import SelfEvaluation
from kaocheng.performance.wording import plainly, skipped

_CODE = "PER017"


@rule("评价等级与所印等级标准不符", family="得分复算", of=SelfEvaluation)
def grade(form: SelfEvaluation) -> Iterator[Said]:
    """自评等级应是总得分在表上所印等级标准中对应的一档。"""
    bands = [band for passage in form.rules for band in bands_in(passage.text)]
    score = form.total_score.figure if form.total_score else None
    if form.grade is None or score is None or not bands:
        yield skipped(_CODE, "表上没有等级、总得分或等级标准")
        return
    expected = grade_of(score.value, bands)
    if expected and form.grade.words[:1] != expected[:1]:
        yield Finding(
            _CODE,
            form.grade.place,
            form.grade.words,
            form.grade.words,
            expected,
            f"总得分{plainly(score.value)}分，按表上标准应为“{expected}”，写成了“{form.grade.words}”。",
            remedy="按等级标准改正等级。",
            related=(score.place,),
        )

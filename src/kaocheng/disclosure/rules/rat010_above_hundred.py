"""RAT010: a part of a whole printed as more than 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.references import WHOLE
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares_of_base import base_beside
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "RAT010"
_PLANNED = re.compile(r"预算|计划|目标|任务|合同|概算|指标|标准|限额|上年|去年|同期|编制|定额")
_PART = re.compile(
    r"(?:满意度|满意率|合格率|优良率|优秀率|及格率|有效率|回收率|覆盖率|入学率|知晓率|出勤率)(?:为|达|达到|是)*\Z"
)


@rule("占比、满意度等超过100%", family="比率", of=Statement)
def above_hundred(statement: Statement) -> Iterator[Finding | Unjudged]:
    """占…%, 满意度, 合格率 and the like are parts of a whole and cannot be more than 100 %."""
    found = False
    for sentence in statement.sentences:
        for index, mention in enumerate(sentence.mentions):
            if _is_part(mention) or _of_whole(sentence, index):
                found = True
                if mention.figure.base > 1:
                    yield _finding(mention)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有占比、满意度一类的比率")


def _of_whole(sentence: Sentence, index: int) -> bool:
    """占A的…%, where A is a whole and not a plan or a budget, which can be exceeded."""
    base = base_beside(sentence, index, WHOLE)
    return base is not None and not _PLANNED.search(base.label)


def _is_part(mention: Mention) -> bool:
    if mention.figure.approximate or not mention.figure.unit.is_ratio:
        return False
    return mention.kind == "share" or bool(_PART.search(mention.label))


def _finding(mention: Mention) -> Finding:
    figure = mention.figure
    return Finding(
        code=CODE,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected="不超过100%",
        message=f"“{mention.label or mention.before}”是部分占全部的比例，不可能是 {figure.text}。",
    )

"""WRD002: both words of a choice (增加（减少）) were left standing; one of them had to go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, paragraphs, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD002"
_PAIRS = (
    "增加|减少",
    "增长|下降",
    "上升|下降",
    "增加|下降",
    "大于|小于",
    "高于|低于",
    "减少|增加",
    "下降|增长",
)
_BOTH = "|".join(
    rf"{one}\s*(?:[（(]\s*{other}\s*[）)]|/\s*{other})|[（(]\s*{one}\s*/\s*{other}\s*[）)]"
    for one, other in (pair.split("|") for pair in _PAIRS)
)
_CHOICE = re.compile(rf"(?:{_BOTH})(?=\s*\d|[^。；]{{0,12}}(?:\d|原因))")


@rule("增加与减少没有选定", family="模板残留", of=Statement)
def choice_left_open(statement: Statement) -> Iterator[Finding | Unjudged]:
    """数字和原因已经写出，“增加（减少）”只能留下一个。"""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, paragraphs(statement.document), _CHOICE, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(
        "只保留与数字相符的一个词",
        f"“{match[0]}”两个方向都在，模板的选项没有选定。",
        "对照两年的数字，保留相符的一个词，删去另一个。",
    )

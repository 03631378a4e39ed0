"""WRD008: two marks of punctuation stand together where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD008"
_DOUBLED = re.compile(
    r"(?<!。)。{2}(?!。)|，{2,}|；{2,}|：{2,}|、{2,}|《《|》》(?!》)|[，；：、][。；，、]|。[，；、]|；，"
)


@rule("标点重复", family="文字标点", of=Statement, severity="note")
def doubled_punctuation(statement: Statement) -> Iterator[Finding | Unjudged]:
    """两个标点连在一起，多出的一个应删去；省略用的连续句点不算。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    yield from look(CODE, passages(statement.document), _DOUBLED, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(f"只留一个标点，如“{match[0][-1]}”", f"“{match[0]}”标点重复。", "删去多余的标点。")

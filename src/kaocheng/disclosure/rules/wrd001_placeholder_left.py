"""WRD001: a placeholder of the blank form (XX万元) still stands where a figure or name is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD001"
_SIGN = r"[X×\uff38]"
_OPEN = re.compile(
    rf"(?<![A-Za-z\d]){_SIGN}{{2,}}(?:\.{_SIGN}+)?\s*"
    r"(?:万元|亿元|元|%|％|个百分点|年|月|日|个|次|人|辆|台|批|项|件|局|委|厅|部门|单位|中心|县|区|市|镇|项目)"
)


@rule("模板的占位符没有填写", family="模板残留", of=Statement)
def placeholder_left(statement: Statement) -> Iterator[Finding | Unjudged]:
    """填好的文件里不应再有 XX万元、××局 一类的占位符。"""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, passages(statement.document), _OPEN, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(
        "填写实际内容",
        f"“{match[0]}”是模板的占位符，没有换成实际内容。",
        "填写实际的数字或名称；没有发生的，写0或删去这一句。",
    )

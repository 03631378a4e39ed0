"""WRD001: a placeholder of the blank form (XX万元) still stands where a figure, name or reason is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD001"
_SIGN = r"[X×\uff38*\uff0a]"
_UNIT = (
    r"万元|亿元|元|%|％|个百分点|年|月|日|个|次|人|辆|台|批|项|件"
    r"|局|委|厅|部门|单位|中心|县|区|市|镇|项目"
)
_WHY = r"(?:原因(?:主要)?(?:是|为|在于)|(?:主要)?(?:用于|成效是|成效为))[:：]?\s*"
_END = r"(?=\s*(?:[。；，,;、]|等|\Z))"
_OPEN = re.compile(
    rf"(?<![A-Za-z\d]){_SIGN}{{2,}}(?:\.{_SIGN}+)?\s*(?:{_UNIT})"
    rf"|{_WHY}(?:{_SIGN}{{2,}}(?![A-Za-z\d])|[_\uff3f]{{2,}}|(?:…+|\.{{3,}}){_END}"
    rf"|[（(\[【]\s*(?:如实)?(?:填写|填列|说明|写明)[^）)\]】]{{0,20}}[）)\]】]|[（(]\s*原因\s*[）)])"
)


@rule("模板的占位符没有填写", family="模板残留", of=Statement)
def placeholder_left(statement: Statement) -> Iterator[Finding | Unjudged]:
    """填好的文件里不应再有 XX万元、××局、原因是×× 一类的占位符。"""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, passages(statement.document), _OPEN, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(
        "填写实际内容",
        f"“{match[0]}”是模板的占位符，没有换成实际内容。",
        "填写实际的数字、名称或原因；没有发生的，写0或删去这一句。",
    )

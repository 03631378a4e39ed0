"""WRD003: an instruction to the writer was copied from the blank form into the finished text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD003"
_CLEAR = (
    r"请(?:如实|据实|自行|在此|按要求)?填写|此处填写|填报以下数据|按上述格式|按以下格式填|"
    r"[（(](?:如|若)[^（）()。]{1,16}(?:表述|不列|删除|删去|填写)[^（）()。]{0,6}[）)]|"
    r"[（(](?:不涉及的?不列|没有的?不列|不涉及的?删除|可自行[^（）()]{1,10}|根据实际情况填写)[）)]|"
    r"由[^，。；]{1,14}根据[^，。；]{1,24}填写"
)
_LIKELY = (
    r"(?:省级|市级|县级|区级|各)?(?:部门|单位)(?:\d{4}年度?)?若?涉及[^。；]{1,60}的，应(?:当)?在[^。；]{1,30}(?:中|内)[^。；]{0,30}"
    r"(?:阐述|说明|梳理)|重点围绕以下内容进行(?:分析|评价|说明)[^。；]{0,6}"
)
_INSTRUCTION = re.compile(rf"(?P<clear>{_CLEAR})|(?P<likely>{_LIKELY})")


@rule("填写说明留在了正文里", family="模板残留", of=Statement)
def instruction_left(statement: Statement) -> Iterator[Finding | Unjudged]:
    """模板写给填表人看的话，不应留在公开的文件里。"""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, passages(statement.document), _INSTRUCTION, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(
        "删去填写说明，写实际内容",
        f"“{match[0]}”是写给填表人的说明，不是文件的内容。",
        "删去这句话，换成本部门的实际内容。",
        None if match["clear"] else Severity.NOTE,
    )

"""WRD014: a document of one unit (单位预算) speaks of the budget of the department (部门预算)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, paragraphs, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD014"
_OTHER = {
    "单位预算公开": re.compile(r"(?:20\d\d年度?)?部门预算(?=安排|收入|支出|拨款)"),
    "单位决算公开": re.compile(r"(?:20\d\d年度?)?部门决算(?=收入|支出|情况说明)"),
}


@rule("单位文件写成了部门", family="文字内容", of=Statement, severity="note")
def department_for_unit(statement: Statement) -> Iterator[Finding | Unjudged]:
    """单位预算说的是一个单位的预算，不应写“部门预算安排”。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    pattern = _OTHER.get(statement.profile.kind)
    if pattern is None:
        yield skipped(CODE, "不是单位预算或单位决算")
        return
    yield from look(CODE, paragraphs(statement.document), pattern, _words)


def _words(match: re.Match[str]) -> Words:
    right = match[0].replace("部门", "单位")
    return Words(right, f"这是单位的文件，这里写的是“{match[0]}”。", f"改为“{right}”。")

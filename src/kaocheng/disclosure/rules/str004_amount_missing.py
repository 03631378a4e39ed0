"""STR004: an amount is missing where a sentence or its sisters say that one must stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.itemlines import item_groups
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, paragraphs, said, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR004"
_HOLE = re.compile(
    r"(?:支出决算|收入决算|决算|预算|支出|收入|结余|经费|费用?)数?(?:各?为|合计|共计)"
    r"[_\uff3f\s]*万元(?=[，。；])"
    r"|(?:[为是共计占增减长加少降达到支出决预算收入费]|的)(?:[_\uff3f]{2,}|[\s\u3000]{2,})(?:万元|亿元|元|[%％])"
)


@rule("应写的金额没有写", family="内容完整", of=Statement)
def amount_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """“支出决算为万元”漏了数字；同组科目都有支出数而这一项没有。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    yield from look(CODE, paragraphs(statement.document), _HOLE, lambda match: _words(match[0]))
    for group in item_groups(statement):
        for line in group:
            if not line.amount and not line.explains:
                yield said(CODE, line.passage, line.start, line.end, _words(line.item))


def _words(what: str) -> Words:
    return Words("写出金额", f"“{what}”没有写出金额。", "补写金额；没有发生的写0万元。")

"""SUB006: a 项 of the 政府性基金 listed under 一般公共预算财政拨款支出."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.items import Item, items
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "SUB006"
_FUND = re.compile(
    r"国有土地使用权出让收入|国有土地收益基金|农业土地开发资金|城市基础设施配套费安排|彩票公益金安排"
    r"|污水处理费安排|大中型水库移民后期扶持基金|超长期特别国债安排|专项债券收入安排|抗疫特别国债安排"
)
_GENERAL = re.compile(r"一般公共预算")


@rule("政府性基金科目列在一般公共预算支出之下", family="科目", of=Statement)
def fund_subject_under_general(statement: Statement) -> Iterator[Finding | Unjudged]:
    """The 款 and 项 of a government fund belong to the section on the funds."""
    lines = [item for item in items(statement) if _GENERAL.search("".join(item.section))]
    for item in lines:
        if _FUND.search("".join(item.name[1:])):
            yield _finding(item)
    if not lines:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "一般公共预算支出没有分科目说明")


def _finding(item: Item) -> Finding:
    passage = item.group[0].passage
    start = passage.text.find("（款）")
    found = _FUND.search(passage.text)
    low, high = found.span() if found else (max(start, 0), max(start, 0) + 3)
    return Finding(
        code=CODE,
        place=passage.at(low, high),
        quote=passage.text[low:high],
        written="一般公共预算财政拨款支出",
        expected="政府性基金预算支出",
        message=f"“{item.name[2]}”是政府性基金预算的科目，不属于一般公共预算财政拨款支出，"
        "应移到政府性基金预算支出一节。",
    )

"""WRD005: a 科目 line explains the 科目 (指…) where its sisters state what was spent."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.disclosure.itemlines import item_groups
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD005"


@rule("应写支出数的地方写成了名词解释", family="名词解释", of=Statement)
def glossary_for_amount(statement: Statement) -> Iterator[Finding | Unjudged]:
    """逐项说明支出的一组科目里，每一项都应写出支出决算数。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    groups = item_groups(statement)
    if not groups:
        yield skipped(CODE, "没有逐项说明支出的科目")
    for group in groups:
        for line in group:
            if not line.amount and line.explains:
                yield said(CODE, line.passage, line.start, line.end, _words(line.item))


def _words(item: str) -> Words:
    return Words(
        "支出决算为…万元，完成预算…%",
        f"同组其他科目都写明了支出数，“{item}”这里写的却是名词解释。",
        "写出本科目的支出决算数和完成预算的比例，解释移到“名词解释”部分。",
    )

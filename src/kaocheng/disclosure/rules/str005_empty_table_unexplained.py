"""STR005: a table of funds is empty and the document nowhere says that there was nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Table
from kaocheng.disclosure.wording import Words, passages, said, skipped, squeezed, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR005"
_FUNDS = ("政府性基金", "国有资本经营")
_NONE = r"[^。；\n]{0,30}(?:无|没有|未发生|不涉及|未安排|为?(?<!\d)0(?:\.0+)?(?:万?元|%))"
_REVERSED = r"(?:无|没有|未发生|不涉及|未安排|未使用)[^。；\n]{0,24}"


@rule("空表没有说明", family="内容完整", of=Statement)
def empty_table_unexplained(statement: Statement) -> Iterator[Finding | Unjudged]:
    """政府性基金、国有资本经营的表没有数据时，应写明没有这项收支。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    empty = [(table, fund) for table in statement.tables for fund in _FUNDS if _empty(table, fund)]
    if not empty:
        yield skipped(CODE, "没有空表")
        return
    text = "\n".join(squeezed(passage.text) for passage in passages(statement.document))
    for table, fund in empty:
        told = re.search(f"{fund}{_NONE}|{_REVERSED}{fund}", text)
        if not told and table.title:
            title = table.title
            yield said(CODE, title, 0, len(title.text), _words(title.text))


def _empty(table: Table, fund: str) -> bool:
    named = table.title is not None and fund in squeezed(table.title.text)
    filled = any(entry.figure and entry.figure.value for entry in table.entries.values())
    return named and bool(table.entries) and not filled


def _words(title: str) -> Words:
    return Words(
        "写明没有这项收支",
        f"“{title}”是空表，文件里没有说明没有这项收支。",
        "在表下注明“本部门没有这项收支，本表无数据”。",
    )

"""STR012: what looks like a self-evaluation form could not be read as one, so nothing in it was judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.documents import Grid, Paragraph, Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR012"
_TITLE = re.compile(r"(?:自评|评价)(?:情况|评分)?(?:表|报告)|绩效自评")
_HEAD = re.compile(r"一级指标|三级指标|绩效指标|评价指标")


@rule("自评表没有读成指标表，未能核对", family="内容完整", of=Statement, severity="note")
def form_not_read(statement: Statement) -> Iterator[Finding | Unjudged]:
    """A document of performance with headings of indicators, of which no form and no scorecard was read."""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    read = statement.performance
    heads = list(_heads(statement)) if read and not (read.forms or read.scorecards) else []
    if not heads or not _is_about_performance(statement):
        yield skipped(CODE, "没有自评表，或自评表已读出")
        return
    passage, why = heads[0]
    yield said(CODE, passage, 0, len(passage.text), _words(why))


def _is_about_performance(statement: Statement) -> bool:
    texts = [p.text for p in statement.document.paragraphs()][:20]
    texts += [table.title.text for table in statement.tables if table.title]
    return any(_TITLE.search(re.sub(r"\s", "", text)) for text in texts)


def _heads(statement: Statement) -> Iterator[tuple[Passage, str]]:
    """Where headings of indicators stand, and why what follows was not read."""
    for block in statement.document.blocks:
        if isinstance(block, Paragraph) and _HEAD.fullmatch(block.text.strip()):
            yield block.content, "表格被打散成一行一格，各行的格数又不齐"
        elif isinstance(block, Grid):
            for cell in block.cells():
                if _HEAD.fullmatch(re.sub(r"\s", "", cell.text)):
                    yield cell.content, "表头中没有认出指标名称、指标值、得分各栏"


def _words(why: str) -> Words:
    return Words(
        "一行一个指标的表格",
        f"这里像是绩效自评表，但{why}，分值、得分、完成值都没有核对，不能当作没有问题。",
        "用原来的 Word 或 Excel 文件再核对一次，或人工核对这张表。",
    )

"""WRD011: a sentence or heading that must speak of the document's year names another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, paragraphs, skipped, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD011"
_TOTALS = (
    r"(?:本年)?(?:收、支(?:决算)?总计|收支(?:决算)?总计|收入总计|支出总计|收入合计|支出合计|财政拨款收、支总计|一般公共预算财政拨款(?:基本)?支出"
    r"|一般公共预算支出决算数|“三公”经费财政拨款支出决算|政府性基金预算财政拨款支出|国有资本经营预算财政拨款支出)"
)
_OWN = re.compile(
    rf"^\s*(?P<total>20\d\d)年度?{_TOTALS}"
    r"|^\s*第[一二三四五六]部分\s*(?P<part>20\d\d)年度?[^。，]{0,4}(?:部门|单位)?(?:决算|预算)"
    r"|截[至止](?P<day>20\d\d)年12月31日，[^。，]{0,30}(?:共有(?:车辆|公务用车)|无公务用车)"
)


@rule("年度写错", family="文字内容", of=Statement)
def wrong_year(statement: Statement) -> Iterator[Finding | Unjudged]:
    """决算文件里说本年总数、年末车辆的句子和各部分的标题，应当写本文件的年度。"""
    year = statement.profile.year
    if year is None or "决算" not in statement.profile.kind:
        yield skipped(CODE, "不是写明年度的决算文件")
        return
    yield from template(CODE, statement)
    if not statement.profile.template:
        where = paragraphs(statement.document)
        text = "".join(passage.text for passage in paragraphs(statement.document))
        yield from look(CODE, where, _OWN, lambda match: _words(match, year, text))


def _words(match: re.Match[str], year: int, text: str) -> Words | None:
    """What is wrong; a mere note where the total of the right year is told elsewhere, too."""
    named = next(group for group in match.groups() if group)
    # 先说以前年度、再说本年度的，是在对比
    compared = match["total"] and int(named) < year and f"{year}年" in match.string
    if int(named) == year or compared:
        return None
    return Words(
        f"{year}年",
        f"这里应当说本文件的年度{year}年，写的是{named}年。",
        "改为本文件的年度，并核对后面的数字是不是这一年的。",
        Severity.NOTE if match["total"] and _told(match, year, text) else None,
    )


def _told(match: re.Match[str], year: int, text: str) -> bool:
    """Whether the same total is told of the document's own year."""
    words = match[0].strip()[4:].removeprefix("年").removeprefix("度")
    return _printed(words, year, text)


@lru_cache(maxsize=2)
def _printed(words: str, year: int, text: str) -> bool:
    return any(f"{year}{one}{words}" in text for one in ("年", "年度"))

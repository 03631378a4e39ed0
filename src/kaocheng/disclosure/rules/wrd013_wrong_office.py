"""WRD013: a sentence that must name the document's own office names another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, paragraphs, skipped, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD013"
_KINDS = "局|委员会|办公室|中心|厅|院|馆|站"
_SELF = re.compile(
    r"(?P<opens>(?:20\d\d年度?|截[至止]20\d\d年12月31日)，?|(?<![\u4e00-\u9fff]))"
    rf"(?P<name>[\u4e00-\u9fff]{{4,30}}?(?:{_KINDS}))(?:本年度?|全年)?"
    r"(?=机关运行经费支出|政府采购支出总额|共有车辆|共有公务用车|无公务用车)"
)
_PLACED = re.compile(r"[\u4e00-\u9fff]{1,5}[省市县区旗州盟镇乡]")
"""A name that begins with a place: behind no comma, anything else may be a part of the sentence."""


@rule("单位名称写成了别的单位", family="文字内容", of=Statement)
def wrong_office(statement: Statement) -> Iterator[Finding | Unjudged]:
    """机关运行经费、政府采购、车辆三句说的是本部门，名称应与封面一致；简称不算错。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    body = statement.profile.body
    found = [p for p in paragraphs(statement.document) if _SELF.search(p.text)]
    if not body or not found:
        yield skipped(CODE, "没有应当写本部门名称的句子")
        return
    whole = "\n".join(paragraph.text for paragraph in paragraphs(statement.document))
    yield from look(CODE, iter(found), _SELF, lambda match: _words(match, body, whole))


def _words(match: re.Match[str], body: str, whole: str) -> Words | None:
    name = match["name"]
    again = whole.count(name) > 1
    loose = not match["opens"].endswith("，")
    # an office named elsewhere, too, may be one of those the document tells of
    if loose and (again or not _PLACED.match(name)):
        return None
    if _shortens(name, body) or _shortens(body, name):
        return None
    return Words(
        body,
        f"本文件的编制单位是“{body}”，这里写的是“{name}”。",
        "核对是否沿用了别的单位的文件，改为本单位名称，并核对后面的数字。",
        Severity.NOTE if again else None,
    )


def _shortens(short: str, long: str) -> bool:
    """Whether every character of `short` comes in `long` in the same order (简称)."""
    rest = iter(long)
    return all(sign in rest for sign in short)

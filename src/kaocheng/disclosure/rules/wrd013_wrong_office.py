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
_HEADING = re.compile(
    rf"\A\s*第[一二三]部分[\s、：:]*(?P<name>[\u4e00-\u9fff]{{4,30}}?(?:{_KINDS}))(?:部门|单位)?(?=概况|概要|基本情况)"
)
_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,5}?[省市县区旗州盟镇乡]")
_PLACED = re.compile(r"[\u4e00-\u9fff]{1,5}[省市县区旗州盟镇乡]")
"""A name that begins with a place: behind no comma, anything else may be a part of the sentence."""


@rule("单位名称写成了别的单位", family="文字内容", of=Statement)
def wrong_office(statement: Statement) -> Iterator[Finding | Unjudged]:
    """机关运行经费、政府采购、车辆三句和“第一部分……概况”说的是本部门，名称应与封面一致；简称不算错。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    body = statement.profile.body
    told = list(paragraphs(statement.document))
    found = [p for p in told if _SELF.search(p.text)]
    headed = [p for p in told if _HEADING.search(p.text)]
    if not body or not (found or headed):
        yield skipped(CODE, "没有应当写本部门名称的句子")
        return
    whole = "\n".join(paragraph.text for paragraph in told)
    yield from look(CODE, iter(found), _SELF, lambda match: _words(match, body, whole))
    yield from look(CODE, iter(headed), _HEADING, lambda match: _heading(match, body))


def _words(match: re.Match[str], body: str, whole: str) -> Words | None:
    name = match["name"]
    again = whole.count(name) > 1
    loose = not match["opens"].endswith("，")
    # an office named elsewhere, too, may be one of those the document tells of
    if loose and (again or not _PLACED.match(name)):
        return None
    if _shortens(name, body) or _shortens(body, name):
        return None
    return _another(name, body, Severity.NOTE if again else None)


def _heading(match: re.Match[str], body: str) -> Words | None:
    """A heading names the document's own office; another of the same place may be its second name."""
    name = match["name"]
    if _shortens(name, body) or _shortens(body, name):
        return None
    place = _COUNTY.match(name)
    elsewhere = place is not None and place[0] not in body
    return _another(name, body, None if elsewhere else Severity.NOTE)


def _another(name: str, body: str, severity: Severity | None) -> Words:
    return Words(
        body,
        f"本文件的编制单位是“{body}”，这里写的是“{name}”。",
        "核对是否沿用了别的单位的文件，改为本单位名称，并核对后面的数字。",
        severity,
    )


def _shortens(short: str, long: str) -> bool:
    """Whether every character of `short` comes in `long` in the same order (简称)."""
    rest = iter(long)
    return all(sign in rest for sign in short)

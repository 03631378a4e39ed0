"""STR003: a heading stands alone, with nothing under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kaocheng.disclosure.numbering import numbered
from kaocheng.disclosure.sections import Section
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR003"
_SPEAKS = re.compile(
    r"(?:情况|说明|概况|职责|职能|设置|构成|分析|结论|建议|问题|措施|做法|经验|结果应用|综述|名词解释|概述)\Z"
)
_LIST = re.compile(r"附表|附件|目录")
_KINDS = ("part", "chinese", "bracket")
_Path = tuple[str, ...]


@rule("标题下面没有内容", family="内容完整", of=Statement)
def section_empty(statement: Statement) -> Iterator[Finding | Unjudged]:
    """同级的其他标题下都有内容，这一个标题下面却什么也没有。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    headed = [section for section in statement.sections if section.heading]
    if not headed:
        yield skipped(CODE, "没有带序号的标题")
    filled, sisters = _families(headed)
    for section, after in zip_longest(headed, headed[1:]):
        if section and _alone(section, after) and _sister_has_more(section, filled, sisters):
            heading = section.heading
            last = Severity.NOTE if after is None else None
            if heading:
                yield said(CODE, heading.content, 0, len(heading.text), _words(section, last))


def _alone(section: Section, after: Section | None) -> bool:
    here = numbered(section.heading.text) if section.heading else None
    return (
        not section.blocks
        and (after is None or after.level <= section.level)
        and here is not None
        and here.kind in _KINDS
        and bool(_SPEAKS.search(section.title))
        and not any(_LIST.search(title) for title in section.path)
    )


def _families(headed: list[Section]) -> tuple[dict[int, bool], dict[_Path, list[int]]]:
    """Which sections have something under them, and how many of each family do: filled, all."""
    parents = {one.path[:-1] for one in headed}
    filled = {id(one): bool(one.blocks) or one.path in parents for one in headed}
    sisters: dict[_Path, list[int]] = {}
    for one in headed:
        family = sisters.setdefault(one.path[:-1], [0, 0])
        family[0] += filled[id(one)]
        family[1] += 1
    return filled, sisters


def _sister_has_more(
    section: Section, filled: dict[int, bool], sisters: dict[_Path, list[int]]
) -> bool:
    """Whether most headings beside it have something under them, so that it is no mere list."""
    more, number = sisters[section.path[:-1]]
    return more - filled[id(section)] > (number - 1) / 2


def _words(section: Section, severity: Severity | None) -> Words:
    return Words(
        "标题下写出内容",
        f"“{section.title}”下面没有内容。",
        "补写内容；没有此类情况的，写明没有。",
        severity,
    )

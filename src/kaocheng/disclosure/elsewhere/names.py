"""Names of levels without small talk (名称), and every print of the text under its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from kaocheng.disclosure.context import essence, is_change
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement

_LEAD = re.compile(
    r"\A(?:\d{1,2}[.．、]|其中|本年度?|今年|当年|上年度?|去年|全年|年度|截至|共计|共|累计|实际|全县|全区|全市|我局|我县|本单位|本部门)+"
)
_TAIL = re.compile(
    r"(?:(?:共计|合计|总计|共)?(?:为|是|达到?|有|共|了)+|共计|合计|总计|总额|总数|总量|数量|数|量|金额)+\Z"
)
_PART = re.compile(
    r"上半年|下半年|季度|\d月|月份|截[至止]|每|平均|人均|预计|计划|目标|力争|拟|以上|以下|不少于|不低于|不超过"
    r"|左右|约|标准|上限|限额|控制数|占|新增|净"
)

_MANY = 50  # prints of one name; of more, none is the only one
Told = tuple[Sentence, Mention]


def plain(words: str) -> str:
    """A name without years, leading and closing small talk: 2023年全年受理办件共 is 受理办件."""
    bare, name = "", essence(words)
    while bare != name:
        bare, name = name, _TAIL.sub("", _LEAD.sub("", name))
    return name


@lru_cache(maxsize=2)
def levels(statement: Statement) -> Mapping[str, list[list[Told]]]:
    """The plain amounts and counts of the paragraphs by name, one list a dimension; the first of many."""
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for sentence in statement.sentences:
        for mention in () if sentence.in_table else sentence.mentions:
            if is_plain(mention):
                told = found[plain(mention.label)][mention.figure.unit.dimension]
                if len(told) < _MANY:
                    told.append((sentence, mention))
    return {name: list(kinds.values()) for name, kinds in found.items()}


def is_plain(mention: Mention) -> bool:
    """Whether a figure is the amount or the number of something in the whole year, exactly told."""
    return (
        mention.kind in ("amount", "count")
        and not mention.figure.approximate
        and not is_change(mention)
        and not _PART.search(mention.label)
    )

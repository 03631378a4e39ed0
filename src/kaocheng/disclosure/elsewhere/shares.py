"""Shares of 总支出 or 总收入 where that stands elsewhere (占总支出…%，总支出在别处)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kaocheng.disclosure.concepts import concepts, in_tables
from kaocheng.disclosure.context import agrees
from kaocheng.disclosure.elsewhere.names import is_plain
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares.naming import base_of
from kaocheng.disclosure.shares.pairs import part_of
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Ratio, Term

_OF = re.compile(
    r"占(?:本年|全年|年度|当年|本?部门|本?单位)*(?:总(?P<one>支出|收入)|(?P<two>支出|收入)(?:总额|总数|合计|总计))"
    r"的?(?:比重|比例)?(?:为|达)?\Z"
)
_WHOLE = (
    r"(?:\A|本年|年度|全年|部门|单位|20\d\d年度?)(?:实际)?"
    r"(?:总{0}|{0}(?:决算)?(?:总额|总数|合计|总计))(?:为|是|共|达)*\Z"
)
_ACTUAL = r"(?:\A|全年|本年)(?:实际)(?:总)?{0}(?:为|是|共|达)*\Z"
_NARROW = re.compile(r"三公|项目|专项|采购|基金|国有资本|绩效|工会|食堂|财政拨款|一般公共预算")
_TABLED = {"支出": ("本年支出合计", "收支总计"), "收入": ("本年收入合计", "收支总计")}


def share_elsewhere(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | None:
    """The share of the whole year's spending or income, where the document prints one or one fits."""
    share = sentence.mentions[index]
    said = _OF.search(re.sub(r"\s", "", share.before))
    part = part_of(sentence, index)
    if share.kind != "share" or said is None or part is None or not is_plain(part):
        return None
    narrow = part.kind != "amount" or _NARROW.search("".join(sentence.section))
    if narrow or base_of(statement, group, share, part, None):
        return None
    kind = said["one"] or said["two"]
    wholes = _wholes_of(statement, kind)
    ratios = [_ratio(share, part, whole, said[0]) for whole in wholes if whole is not part.figure]
    fitting = next(filter(agrees, ratios), None)
    alone = len({whole.base for whole in wholes}) == 1
    return fitting or (ratios[0] if alone and ratios else None)


@lru_cache(maxsize=2)
def _wholes_of(statement: Statement, kind: str) -> tuple[Figure, ...]:
    """The prints of the whole, the one called 实际支出 where nothing is called the whole."""
    return tuple(_wholes(statement, kind)) or tuple(_wholes(statement, kind, _ACTUAL))


def _ratio(share: Mention, part: Mention, whole: Figure, said: str) -> Ratio:
    says = f"“{part.label or '该项'}”{said}"
    return Ratio("", share.figure, (Term(part.figure),), (Term(whole),), says)


def _wholes(statement: Statement, kind: str, words: str = _WHOLE) -> Iterator[Figure]:
    pattern = re.compile(words.replace("{0}", kind))
    for sentence in statement.sentences:
        narrow = _NARROW.search("".join(sentence.section))
        for mention in () if narrow or sentence.in_table else sentence.mentions:
            own = mention.figure.year in (statement.profile.year, None) and not mention.refers
            if own and mention.kind == "amount" and pattern.search(mention.label):
                yield mention.figure
    for concept in concepts():
        if concept.name in _TABLED[kind]:
            yield from in_tables(concept, statement.tables)

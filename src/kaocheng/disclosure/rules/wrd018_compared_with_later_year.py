"""WRD018: a year's figures are said to be more or less than those of the same or of a later year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.between.extracting import sure_year
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD018"
_COMPARED = re.compile(
    r"(?:与|比|较|同)(?P<year>20\d\d)\s?年(?:度)?(?:同期)?(?:决算数?|支出|收入)?(?:相比)?[，,]?"
    r"(?:(?!初|末|底|半年|季|月|期间|平均|规划)[^，,。；;：\d]){0,12}?(?:增加|减少|增长|下降|上升|降低)"
)
_SUBJECT = re.compile(r"(?<![与比较同至到—-])(20\d\d)\s?年(?!初|底|末|以[来后前])")
_FAR = re.compile(
    r"(?<!公共)(?<!基金)(?<!经营)预算|计划|目标|预计|规划|力争|20\d\d\s?[年-]?\s?[-—–~至到]\s?20\d\d"
)


@rule("与以后年度或本年度相比", family="文字内容", of=Statement)
def compared_with_later_year(statement: Statement) -> Iterator[Finding | Unjudged]:
    """决算说的是已经过去的一年，只能同以前年度相比：2021年度决算“比2022年增加”不成立。"""
    year = sure_year(statement)
    if year is None or "决算" not in statement.profile.kind:
        yield skipped(CODE, "不是写明年度的决算文件")
        return
    yield from template(CODE, statement)
    told = [(s, m) for s in statement.sentences for m in _COMPARED.finditer(s.text)]
    if not told:
        yield skipped(CODE, "文中没有与某年相比的句子")
    if not statement.profile.template:
        yield from (f for s, m in told if (f := _judged(s, m, year)))


def _judged(sentence: Sentence, match: re.Match[str], year: int) -> Finding | None:
    """The fault: compared with a later year than the document's, or its own year with itself."""
    named = {int(one) for one in _SUBJECT.findall(sentence.text[: match.start()])}
    other = int(match["year"])
    later = other > year and all(one <= year for one in named)
    if not (later or (other == year and named == {year})) or _FAR.search(sentence.text):
        return None
    start = sentence.start + match.start("year")
    expected = f"{year - 1}年"
    message = f"说的是{year}年的数，却与{other}年相比，只能与以前年度相比。"
    remedy = "改为所比的年度，并核对增减额是不是按那一年算的。"
    words = Words(expected, message, remedy)
    return said(CODE, sentence.passage, start, start + len(match["year"]) + 1, words)

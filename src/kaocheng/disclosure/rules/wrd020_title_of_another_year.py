"""WRD020: the title names one year, everything else in the document another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.bodies import first_lines
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, passages, said, skipped, template
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD020"
_TITLE = re.compile(r"(20\d\d)\s*年(?:度)?[^。，；\d]{0,14}(?:预算|决算)(?!绩效)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_OWN = re.compile(
    r"(?<![与比较同至到—\-\d])(20\d\d)\s*年(?:度)?"
    r"(?=(?:本)?(?:收入|支出|收、?支|部门|单位|“三公”|机关运行|政府采购|一般公共|财政拨款|无政府性))"
)
_LETTERED = re.compile(r"二[\u3007\u25cb零\uff2f]二")
_TITLE_LINES = 3
_LONGEST = 60
_LEAST = 3  # 一两处不同的，不知道错的是标题还是正文


@rule("标题的年度与全文不一致", family="文字内容", of=Statement)
def title_of_another_year(statement: Statement) -> Iterator[Finding | Unjudged]:
    """标题写2022年，正文说到本年的地方都写2023年，标题的年度全文再没有出现。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    texts = list(passages(statement.document))
    title = _title(statement, texts)
    if title is None:
        yield skipped(CODE, "标题没有写明一个年度")
        return
    passage, match = title
    others = [p for p in texts if p is not passage]
    if year := _another(match[1], "\n".join(p.text for p in others)):
        yield said(CODE, passage, match.start(1), match.end(1) + 1, _words(match[1], year))


def _title(statement: Statement, texts: list[Passage]) -> tuple[Passage, re.Match[str]] | None:
    """The first line that names a budget or accounts of one year."""
    lines = first_lines(statement.document, _TITLE_LINES)
    for passage in texts:
        match = _TITLE.search(passage.text)
        alone = (
            len(passage.text) <= _LONGEST
            and "。" not in passage.text
            and len(_YEAR.findall(passage.text)) == 1
        )
        if match and alone and passage.text in lines:
            return passage, match
    return None


def _another(titled: str, rest: str) -> str:
    """The one year all the rest speaks of, where it never mentions the title's."""
    own = _OWN.findall(rest)
    if titled in rest or _LETTERED.search(rest) or len(own) < _LEAST:
        return ""
    return own[0] if len(set(own)) == 1 else ""


def _words(titled: str, year: str) -> Words:
    return Words(
        f"{year}年",
        f"标题写的是{titled}年，全文说的都是{year}年。",
        "核对本文件的年度，改正标题；标题没有错的，全文的年度和数字都要核对。",
    )

"""WRD006: a glossary entry explains another 科目 than the one it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.glossary import Entry, entries, foreign
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, said, skipped, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD006"
_LONG = 20
_SHARED = 40  # explanations of one family of 科目 begin alike, but not for so long


@rule("名词解释的内容属于另一个科目", family="名词解释", of=Statement)
def glossary_of_another(statement: Statement) -> Iterator[Finding | Unjudged]:
    """解释的文字里有别的科目才用的说法，或者两个科目的解释一字不差、大半照抄。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    found = entries(statement.document)
    if not found:
        yield skipped(CODE, "没有科目的名词解释")
    seen: dict[str, str] = {}
    told: list[tuple[str, Entry]] = []
    for entry in found:
        phrase = foreign(entry.item, entry.text)
        if phrase:
            start = entry.start + entry.text.index(phrase)
            yield said(CODE, entry.passage, start, start + len(phrase), _wrong(entry.item, phrase))
        bare = re.sub(r"\s+", "", entry.text)
        if len(bare) >= _LONG and seen.setdefault(bare, entry.item) != entry.item:
            end = entry.start + len(entry.text)
            yield said(CODE, entry.passage, entry.start, end, _same(entry.item, seen[bare]))
        elif copied := next((one for text, one in told if _copied(text, bare)), None):
            end = entry.start + len(entry.text)
            yield said(CODE, entry.passage, entry.start, end, _mostly(entry.item, copied.item))
        told.append((bare, entry))


def _copied(one: str, other: str) -> bool:
    """Whether two explanations begin with the same many words and part only near their end."""
    most = max(_SHARED, max(len(one), len(other)) // 2 + 1)
    return one != other and len(other) >= most and one[:most] == other[:most]


def _wrong(item: str, phrase: str) -> Words:
    return Words(
        f"“{item}”自己的解释",
        f"“{item}”的解释里出现“{phrase}”，这是另一个科目的解释。",
        "按当年《政府收支分类科目》改写这一条。",
    )


def _same(item: str, other: str) -> Words:
    return Words(
        f"“{item}”自己的解释",
        f"“{item}”与“{other}”的解释一字不差，其中一条可能是误抄。",
        "按当年《政府收支分类科目》核对两条解释。",
        Severity.NOTE,
    )


def _mostly(item: str, other: str) -> Words:
    return Words(
        f"“{item}”自己的解释",
        f"“{item}”的解释大半与“{other}”的一字不差，只有末尾不同，可能是照抄后只改了结尾。",
        "按当年《政府收支分类科目》核对两条解释。",
        Severity.NOTE,
    )

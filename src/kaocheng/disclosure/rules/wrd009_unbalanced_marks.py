"""WRD009: a quotation mark or bracket is opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, paragraphs, said, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD009"
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "\u3014": "\u3015", "【": "】"}
_SHORTEST = 8
_SAME = str.maketrans("()", "（）")
_ITEM = re.compile(r"(?:^|(?<=[，。；：、\s]))[\d一二三四五六七八九十a-zA-Z①-⑳]{1,2}[)）]")


@rule("引号或括号不成对", family="文字标点", of=Statement, severity="note")
def unbalanced_marks(statement: Statement) -> Iterator[Finding | Unjudged]:
    """引号、书名号、括号应当成对；“1）”一类的序号不算，全角半角混用也不算。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    texts = [passage.text for passage in paragraphs(statement.document)]
    for index, passage in enumerate(paragraphs(statement.document)):
        place = _lonely(passage.text)
        if place is not None and not _goes_on(texts, index):
            start = max(place - 6, 0)
            end = min(place + 7, len(passage.text))
            yield said(CODE, passage, start, end, _words(passage.text[place]))


def _goes_on(texts: list[str], index: int) -> bool:
    """Whether the other half stands in a neighbouring paragraph, so that one was cut in two."""
    before = texts[index - 1] if index else ""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    joined = (before + texts[index], texts[index] + after)
    return any(_lonely(text) is None for text in joined) or len(texts[index]) < _SHORTEST


def _lonely(text: str) -> int | None:
    """Offset of the first mark without a partner."""
    plain = _ITEM.sub(lambda match: " " * len(match[0]), text).translate(_SAME)
    open_ones: list[int] = []
    for index, sign in enumerate(plain):
        if sign in _PAIRS:
            open_ones.append(index)
        elif sign in _PAIRS.values():
            if not open_ones or _PAIRS[plain[open_ones[-1]]] != sign:
                return index
            open_ones.pop()
    return open_ones[0] if open_ones else None


def _words(sign: str) -> Words:
    return Words("成对的标点", f"这里的“{sign}”没有与它成对的另一半。", "补上或删去一个。")

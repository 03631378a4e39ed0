"""DIR002: 增加 followed by 下降, or 减少 by 增长, for one change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "DIR002"
_CHANGE = re.compile(
    r"(?P<one>增加|减少)(?:了)?\s?-?[\d,.]+\s?(?:万元|元|亿元)[，,、]?\s?(?P<two>增长|上升|下降|降低|减少|增加)"
)
_UP = {"增加", "增长", "上升"}


@rule("增减方向前后相反", family="方向与原因", of=Statement)
def opposite_words(statement: Statement) -> Iterator[Finding | Unjudged]:
    """An increase in money goes with a growth in per cent, a decrease with a fall."""
    found = False
    for sentence in statement.sentences:
        for match in _CHANGE.finditer(sentence.text):
            found = True
            if (match["one"] in _UP) != (match["two"] in _UP):
                start, end = match.span("two")
                word = "增长" if match["one"] in _UP else "下降"
                yield Finding(
                    code=CODE,
                    place=sentence.passage.at(sentence.start + start, sentence.start + end),
                    quote=match["two"],
                    written=match["two"],
                    expected=word,
                    message=f"前面写“{match['one']}”，后面写“{match['two']}”，方向相反。",
                )
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写出增减额与幅度的句子")

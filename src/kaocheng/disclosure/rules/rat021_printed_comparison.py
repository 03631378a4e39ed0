"""RAT021: the result of a written formula is compared with a limit (…=120%≤100%), and the sign is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "RAT021"
_NUMBER = r"-?\d+(?:\.\d+)?"
_CLAIM = re.compile(
    rf"[=＝]\s?(?P<left>{_NUMBER})\s?(?P<unit>[%％]?)\s?(?P<sign>[≤≦<＜≥≧>＞])\s?(?P<right>{_NUMBER})\s?[%％]?"
)
_SIGNS = {"≤": "≤", "≦": "≤", "<": "<", "＜": "<", "≥": "≥", "≧": "≥", ">": ">", "＞": ">"}


@rule("算式后的大小比较不成立", family="比率", of=Statement)
def printed_comparison(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """A result with a sign and a limit behind it claims to lie on that side of the limit."""
    found = False
    for sentence in statement.sentences:
        for match in _CLAIM.finditer(sentence.text):
            found = True
            yield from _judge(sentence, match)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有与限值比较的算式")


def _judge(sentence: Sentence, match: re.Match[str]) -> Iterator[Finding | Judged]:
    right = _holds(Decimal(match["left"]), _SIGNS[match["sign"]], Decimal(match["right"]))
    start, end = (sentence.start + at for at in (match.start("left"), match.end()))
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    figures = tuple(_figures(sentence, start, end))
    yield Judged(CODE, outcome, match[0], figures)
    if not right:
        place = sentence.passage.at(start, end)
        written = sentence.passage.text[start:end].strip()
        yield Finding(
            code=CODE,
            place=place,
            quote=written,
            written=written,
            expected="成立的比较",
            message=f"{match['left']}{match['unit']}与{match['right']}相比，"
            f"“{match['sign']}”不成立。",
            follows=figures[0].place if figures else None,
        )


def _holds(left: Decimal, sign: str, right: Decimal) -> bool:
    return {"≤": left <= right, "<": left < right, "≥": left >= right, ">": left > right}[sign]


def _figures(sentence: Sentence, start: int, end: int) -> Iterator[Figure]:
    return (m.figure for m in sentence.mentions if start <= m.start < end)

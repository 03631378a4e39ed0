"""DIR003: 决算数与预算数持平 beside a completion rate that is not 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import before, is_level, nearest, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "DIR003"
_SAID = re.compile(
    r"决算数?(?P<word>大于|小于|高于|低于|与)(?:全年|年初|调整后?)?预算数?(?P<level>持平)?"
)
_BREAK = re.compile(r"[；;。]")
_SIGN = {"大于": 1, "高于": 1, "小于": -1, "低于": -1}


@rule("完成率与“大于、小于、持平”的说法矛盾", family="方向与原因", of=Statement)
def level_means_hundred(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """持平 goes with 100 %, 大于 with more, 小于 with less, in the paragraph of one budget line."""
    found = False
    for group in paragraphs(statement):
        rates = [m for s in group for m in s.mentions if m.kind == "completion"]
        said = list(_SAID.finditer(group[0].passage.text))
        for match in said:
            rate = _rate(group[0].passage.text, rates, match, alone=len(rates) == len(said) == 1)
            if rate and (match["level"] or match["word"] != "与"):
                found = True
                spent = nearest(before(group, rate), is_level)
                yield from _judge(group[0], rate, match, spent)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写出完成率与增减说法的段落")


def _rate(text: str, rates: list[Mention], said: re.Match[str], *, alone: bool) -> Mention | None:
    """The rate the words speak of: the only one, or the one before them in the same statement."""
    if alone:
        return rates[0]
    earlier = [rate for rate in rates if rate.end <= said.start()]
    if earlier and not _BREAK.search(text, earlier[-1].end, said.start()):
        return earlier[-1]
    return None


def _agree(rate: Figure, want: int, spent: Mention | None) -> bool:
    """Whether a rate goes with the words; 100 % may hide a gap only beside a great amount."""
    gap = rate.base - 1
    hides = spent is not None and spent.figure.base * rate.step > spent.figure.step
    return (gap > 0) - (gap < 0) == want or (gap == 0 and hides)


def _judge(
    sentence: Sentence, rate: Mention, said: re.Match[str], spent: Mention | None
) -> Iterator[Finding | Judged]:
    right = _agree(rate.figure, _SIGN.get(said["word"], 0), spent)
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    yield Judged(CODE, outcome, f"完成率与“{said[0]}”一致", (rate.figure,))
    if not right:
        yield Finding(
            code=CODE,
            place=rate.figure.place,
            quote=rate.figure.text,
            written=rate.figure.text,
            expected="100%" if said["word"] == "与" else said[0],
            message=f"完成率写作 {rate.figure.text}，同段又说“{said[0]}”，两者矛盾。",
            related=(sentence.passage.at(said.start(), said.end()),),
        )

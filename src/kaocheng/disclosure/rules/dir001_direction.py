"""DIR001: 大于, 小于, 持平 against the two figures beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "DIR001"
_SAID = re.compile(
    r"决算数?(?P<word>大于|小于|高于|低于|等于|与)(?P<which>全年|年初|调整后?)?预算数?(?P<level>基本持平|持平)?"
)
_BUDGET = re.compile(r"预算(?:数|安排)?(?:为|是)?\Z")
_SPENT = re.compile(r"决算(?:数)?(?:为|是)?\Z")
_WANT = {"大于": 1, "高于": 1, "小于": -1, "低于": -1, "等于": 0, "与": 0}
_NAME = {1: "大于", -1: "小于", 0: "与…持平"}


@rule("大于、小于、持平的说法与数字相反", family="方向与原因", of=Statement)
def direction(statement: Statement) -> Iterator[Finding | Unjudged]:
    """决算数大于（小于、持平于）预算数 must agree with the two figures printed before it."""
    found = False
    for group in paragraphs(statement):
        mentions = [m for s in group for m in s.mentions]
        for match in _SAID.finditer(group[0].passage.text):
            pair = _pair(mentions, match)
            if pair and not (match["word"] == "与" and not match["level"]):
                found = True
                yield from _judge(group[0], match, *pair)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可比较的预算数与决算数")


def _pair(mentions: list[Mention], match: re.Match[str]) -> tuple[Mention, Mention] | None:
    earlier = [m for m in mentions if m.end <= match.start() and m.kind == "amount"]
    which = match["which"] or ""
    budget = [m for m in earlier if _BUDGET.search(m.label) and which in m.label]
    spent = [m for m in earlier if _SPENT.search(m.label)]
    return (budget[-1], spent[-1]) if budget and spent else None


def _judge(
    sentence: Sentence, match: re.Match[str], budget: Mention, spent: Mention
) -> Iterator[Finding]:
    gap = spent.figure.base - budget.figure.base
    sign = (gap > 0) - (gap < 0)
    want = _WANT[match["word"]]
    rough = (match["level"] or "").startswith("基本")
    if sign == want or rough or (sign == 0 and spent.figure.step != budget.figure.step):
        return
    place = sentence.passage.at(match.start(), match.end())
    yield Finding(
        code=CODE,
        place=place,
        quote=match[0],
        written=match[0],
        expected=f"决算数{_NAME[sign]}预算数",
        difference=spent.figure.say(gap),
        message=f"预算数 {budget.figure.text}，决算数 {spent.figure.text}，"
        f"应为决算数{_NAME[sign]}预算数，原文写作“{match[0]}”。",
        related=(budget.figure.place, spent.figure.place),
    )

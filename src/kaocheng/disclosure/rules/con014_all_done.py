"""CON014: 全部办结 behind two numbers that say that not all was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "CON014"
_ALL = (
    r"[，,；;。]\s?(?:现已|目前|已经?)?(?:全部|均已?|全数)(?:已)?(?:按期|按时|依法|如期|及时)*{0}"
    r"(?:完毕|完成|到位)?(?=[，,。；;]|\Z)"
)
_DONE = r"\A(?:已|共|实际|其中)*{0}(?:了|完成)?\Z"
_TASKS = tuple(
    (
        re.compile(rf"(?:{whole})[^，。；：:\d]{{0,16}}\Z"),
        re.compile(_DONE.replace("{0}", done)),
        re.compile(_ALL.replace("{0}", done)),
    )
    for whole, done in (
        ("受理|收件|收到|接收|承办", "办[结理]"),
        ("收到|承办|交办|受理", "(?:答复|办复|回复)"),
        ("发现|反馈|排查|梳理|查出|存在", "整改"),
        ("签订|下达|计划|需|应", "完成"),
    )
)


@rule("写“全部办结”，两个数却不同", family="前后一致", of=Statement)
def all_done(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """受理N件，办结M件，全部办结: N and M are the same, unless what was left of last year is told."""
    found = False
    for sentence in statement.sentences:
        for whole, done in pairwise(sentence.mentions):
            if said := _said(sentence, whole, done):
                found = True
                yield from _judged(whole, done, said)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写明“全部办结”的两个数")


def _said(sentence: Sentence, whole: Mention, done: Mention) -> str:
    """The words 全部办结 right behind the second number, "" where they are not there."""
    alike = whole.kind == done.kind == "count" and whole.figure.unit == done.figure.unit
    if not alike or whole.figure.approximate or done.figure.approximate:
        return ""
    for wholes, dones, every in _TASKS:
        names = wholes.search(essence(whole.label)) and dones.search(essence(done.label))
        behind = every.match(sentence.passage.text, done.end)
        if names and behind:
            return behind[0].strip("，,；;。 ")
    return ""


def _judged(whole: Mention, done: Mention, said: str) -> Iterator[Finding | Judged]:
    right = done.figure.value >= whole.figure.value
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    yield Judged(CODE, outcome, f"{said}，两个数应相同", (whole.figure, done.figure))
    if not right:
        yield Finding(
            code=CODE,
            place=done.figure.place,
            quote=done.figure.text,
            written=done.figure.text,
            expected=whole.figure.text,
            difference=done.figure.say(done.figure.base - whole.figure.base),
            message=f"写的是“{said}”，前面的数却是 {whole.figure.text} 和 {done.figure.text}，两个数不同。",
            related=(whole.figure.place,),
        )

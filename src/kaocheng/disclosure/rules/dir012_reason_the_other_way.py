"""DIR012: less was spent, and the reason given is that something grew; or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "DIR012"
_SAID = re.compile(
    r"(?P<subject>[^。；]{0,60}?)(?P<word>增加|减少)(?:了)?\s?[\d,.]+\s?(?:万元|元|亿元)[^。；原]{0,24}"
    r"(?:主要)?原因(?:主要)?(?:是|为|在于)[:：]?(?P<reason>[^。；]{2,60})"
)
_UP = re.compile(r"增加|增长|上升|增多|扩大|新增|提高|上调|追加|调增")
_DOWN = re.compile(r"减少|压缩|压减|节约|下降|厉行|取消|缩减|降低|从严|严格|减|降|未|不再|停|控制")
_RATE = re.compile(r"(?P<word>增长|上升|增加|下降|降低|减少)(?:了)?\s?[\d.]+\s?[%％]")
_GROWS = frozenset({"增长", "上升", "增加"})
_LEFT = re.compile(r"结转|结余|节约|差额")  # less spent, more left
_ELSE = re.compile(
    r"上年|去年|以前年度|一次性|基数|\d{4}年|完工|结束|结转|结余|分流|划转|整合|不同"
)


def _torn(match: re.Match[str]) -> bool:
    """Whether the rate already goes the other way than the amount, which DIR002 reports."""
    rate = _RATE.search(match[0])
    return rate is not None and (rate["word"] in _GROWS) != (match["word"] == "增加")


@rule("增减的原因与增减方向相反", family="方向与原因", of=Statement, severity="note")
def reason_the_other_way(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """A decrease whose only reason is an increase, an increase whose only reason is a decrease."""
    found = False
    for sentence in statement.sentences:
        for match in _SAID.finditer(sentence.text):
            if _ELSE.search(match["reason"]) or _LEFT.search(match["subject"]) or _torn(match):
                continue
            found = True
            start, end = (sentence.start + at for at in match.span("reason"))
            up, down = _UP.search(match["reason"]), _DOWN.search(match["reason"])
            own, other = (up, down) if match["word"] == "增加" else (down, up)
            wrong = bool(other and not own)
            outcome = Outcome.FAILS if wrong else Outcome.HOLDS
            yield Judged(CODE, outcome, f"“{match['word']}”与原因一致", ())
            if wrong:
                place = sentence.passage.at(start, end)
                says = f"前面说“{match['word']}”，原因却是“{match['reason']}”，方向相反。"
                want = f"{match['word']}的原因"
                yield Finding(CODE, place, match["reason"], match["reason"], want, says)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出增减额和原因的句子")

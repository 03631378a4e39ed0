"""DIR013: a grade told with its score and the bands of the grades, and the score lies in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "DIR013"
_GRADES = "优秀|优|良好|良|合格|中|差|不合格"
_SAID = re.compile(
    rf"(?:等[级次]|评定|评价)(?:为|是|评为)[“\"]?(?P<grade>{_GRADES})(?![\u4e00-\u9fff])"
)
_BAND = re.compile(
    r"(?P<low>\d{1,3})(?:分)?(?:[-－—~～至到](?P<high>\d{1,3})分?)?(?:[（(][含不][^）)]*[）)])?"
    rf"(?P<open>及?以[上下])?[^，。；、\d]{{0,6}}?为[“\"]?(?P<grade>{_GRADES})"
)
_SCORE = re.compile(r"(?:得分|总分|评分|分值?)(?:为|是)?\Z")


@rule("评价等级与文中所写的分档不符", family="得分复算", of=Statement)
def grade_in_prose(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """The score stands in the band that the same sentence gives for the grade it tells."""
    found = False
    for sentence in statement.sentences:
        said = _SAID.search(sentence.text)
        bands = list(_BAND.finditer(sentence.text, said.end())) if said else []
        score = _score(sentence, said.start()) if said and bands else None
        own = [band for band in bands if said and band["grade"][0] == said["grade"][0]]
        if said and score and own:
            found = True
            right = any(_holds(band, score.figure.value) for band in own)
            outcome = Outcome.HOLDS if right else Outcome.FAILS
            yield Judged(CODE, outcome, "等级与分档一致", (score.figure,))
            if not right:
                yield _finding(sentence, said, score, bands)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出得分、等级和分档的句子")


def _score(sentence: Sentence, until: int) -> Mention | None:
    scores = [
        m
        for m in sentence.mentions
        if m.figure.unit.name == "分" and m.end <= sentence.start + until and _SCORE.search(m.label)
    ]
    return scores[-1] if scores else None


def _holds(band: re.Match[str], score: Decimal) -> bool:
    """Whether a score may lie in a band; at the edges either band is borne."""
    low = Decimal(band["low"])
    if band["high"]:
        return low <= score <= Decimal(band["high"])
    return score <= low if (band["open"] or "").endswith("下") else score >= low


def _finding(
    sentence: Sentence, said: re.Match[str], score: Mention, bands: list[re.Match[str]]
) -> Finding:
    start, end = (sentence.start + at for at in said.span("grade"))
    right = next((band["grade"] for band in bands if _holds(band, score.figure.value)), "")
    return Finding(
        code=CODE,
        place=sentence.passage.at(start, end),
        quote=said["grade"],
        written=said["grade"],
        expected=right or f"{score.figure.text}所在的一档",
        message=f"得{score.figure.text}，按文中所写的分档应为“{right}”，原文写作“{said['grade']}”。",
        related=(score.figure.place,),
    )

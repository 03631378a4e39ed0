"""RAT005: a formula written out in the text whose result is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.disclosure.formulas import Formula, formulas, work_out
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.numerals import show
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "RAT005"
_SLIP = re.compile(r"(?:9[5-9]|10[1-5]|1000)[％%]")
_TIMES = re.compile(r"(?<=[×*])\d[\d.]*[％%]\Z")
_QUOTIENT = re.compile(r"[/÷].*[％%]\s?[=＝]\s?[\d.,]+\s?[％%]")


@rule("文中算式结果有误", family="比率", of=Statement)
def written_formula(statement: Statement) -> Iterator[Finding | Unjudged | Judged]:
    """The left side of a printed formula is worked out exactly and rounded as the result is printed."""
    found = False
    for sentence in statement.sentences:
        for formula in formulas(sentence.text):
            found = True
            right = _rounded(formula, formula.value) == formula.stated.value
            yield _judged(sentence, formula, right=right)
            if not right:
                yield from _findings(sentence, formula)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有写出的算式")


def _rounded(formula: Formula, value: Decimal) -> Decimal:
    step = Decimal(1).scaleb(-formula.stated.decimals)
    return value.quantize(step, ROUND_HALF_UP)


def _findings(sentence: Sentence, formula: Formula) -> Iterator[Finding]:
    """The wrong result, or the ×100% misprinted before it; a likely misprint of both is told too."""
    whole = sentence.text[formula.start : formula.end]
    last = _TIMES.search(formula.left) if _QUOTIENT.search(whole) else None
    value = work_out(_TIMES.sub("100%", formula.left)) if last else None
    mends = value is not None and _rounded(formula, value * 100) == formula.stated.value
    if last and (mends or _SLIP.fullmatch(last[0])):
        yield _constant(sentence, formula, last, Severity.ERROR if mends else Severity.NOTE)
    if not mends:
        yield _finding(sentence, formula)


def _constant(
    sentence: Sentence, formula: Formula, last: re.Match[str], severity: Severity
) -> Finding:
    start = sentence.text.index(formula.left, formula.start) + sentence.start + last.start()
    place = sentence.passage.at(start, start + len(last[0]))
    says = f"算式“{formula.left}”里化为百分数的“×100%”写作“×{last[0]}”。"
    return Finding(CODE, place, last[0], last[0], "100%", says, severity=severity)


def _judged(sentence: Sentence, formula: Formula, *, right: bool) -> Judged:
    low, high = sentence.start + formula.start, sentence.start + formula.end
    figures = tuple(m.figure for m in sentence.mentions if low <= m.start < high)
    return Judged(CODE, Outcome.HOLDS if right else Outcome.FAILS, formula.left, figures)


def _finding(sentence: Sentence, formula: Formula) -> Finding:
    start, end = sentence.start + formula.result_start, sentence.start + formula.end
    written = sentence.passage.text[start:end]
    sign = "%" if written.endswith(("%", "％")) else formula.unit
    shown = formula.value.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    want = f"{shown:f}{sign}"
    return Finding(
        code=CODE,
        place=sentence.passage.at(start, end),
        quote=written,
        written=written,
        expected=want,
        difference=show(formula.stated.value - formula.value, 2)
        + ("个百分点" if formula.percent else formula.unit),
        message=f"算式“{formula.left}”的结果是 {want}，原文写作 {written}。",
    )

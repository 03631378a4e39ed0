"""RAT031: 增长…% on last year's 0, 完成预算…% of a budget of 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.comparisons import comparisons
from kaocheng.disclosure.context import before, is_level, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "RAT031"
_BUDGET = re.compile(r"预算(?:数|安排)?(?:为|是)?\Z")


@rule("所比的数为零却写了比例", family="比率", of=Statement)
def rate_on_nothing(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """There is no rate over an amount of 0; 100%, which many write there by custom, is only noted."""
    found = False
    for group in paragraphs(statement):
        for rate, base in [*_growth(group), *_completion(group)]:
            found = True
            wrong = base.figure.value == 0 and rate.figure.value != 0
            outcome = Outcome.FAILS if wrong else Outcome.HOLDS
            yield Judged(CODE, outcome, "所比的数不为零", (rate.figure, base.figure))
            if wrong:
                yield _finding(rate, base)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出所比的数和比例的句子")


def _growth(group: list[Sentence]) -> Iterator[tuple[Mention, Mention]]:
    for told in comparisons(group):
        yield from ((rate, told.was) for rate in told.rates)


def _completion(group: list[Sentence]) -> Iterator[tuple[Mention, Mention]]:
    """完成预算…%, where the paragraph prints one budget and something was spent; 年初 is RAT009's."""
    for rate in (m for s in group for m in s.mentions if m.kind == "completion"):
        if "年初" in rate.before or "计划" in rate.before:
            continue
        levels = [m for m in before(group, rate) if is_level(m)]
        budgets = [m for m in levels if _BUDGET.search(m.label)]
        if len(budgets) == 1 and levels[0] is not budgets[0] and levels[0].figure.value:
            yield rate, budgets[0]


def _finding(rate: Mention, base: Mention) -> Finding:
    return Finding(
        code=CODE,
        place=rate.figure.place,
        quote=rate.figure.text,
        written=rate.figure.text,
        expected="所比的数为零，不计算比例",
        message=f"所比的数是{base.figure.text}，不能得出{rate.figure.text}。",
        severity=Severity.NOTE if rate.figure.base == 1 else Severity.ERROR,
        related=(base.figure.place,),
    )

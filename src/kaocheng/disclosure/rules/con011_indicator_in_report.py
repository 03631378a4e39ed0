"""CON011: a report tells another outcome of an indicator than the self-evaluation form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.projects import of_projects
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule
from kaocheng.performance.labels import stem
from kaocheng.performance.records import Indicator, SelfEvaluation
from kaocheng.performance.wording import actuals, unit_of

CODE = "CON011"
_CLASS = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}指标)\s*[:：]")


@rule("报告所写指标完成值与自评表不一致", family="前后一致", of=Statement, severity="note")
def indicator_in_report(statement: Statement) -> Iterator[Sum | Unjudged]:
    """“数量指标：完成…个”: where the form has one indicator of that class, it is this outcome."""
    found = False
    for form, sentence, _ in of_projects(statement):
        indicator = _meant(form, sentence)
        told = indicator and _told(sentence, indicator)
        if indicator and told:
            found = True
            stated, filled = told
            says = f"“{indicator.name.words}”：报告所写=自评表完成值"
            yield Sum(CODE, stated, (Term(filled),), says, same=True)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有可与自评表对照的指标完成值")


def _meant(form: SelfEvaluation, sentence: Sentence) -> Indicator | None:
    """The only indicator of the class that opens the sentence."""
    match = None if sentence.in_table else _CLASS.match(sentence.text.strip())
    if not match or sentence.passage.place == form.place:
        return None
    name = stem(match["name"])
    same = [indicator for indicator in form.indicators if indicator.level2 == name]
    return same[0] if len(same) == 1 else None


def _told(sentence: Sentence, indicator: Indicator) -> tuple[Figure, Figure] | None:
    """The only number of the sentence and the only one filled in, of one and the same unit."""
    numbers = [mention.figure for mention in sentence.mentions]
    filled = [figure for figure, _ in actuals(indicator)]
    if len(numbers) != 1 or len(filled) != 1 or numbers[0].approximate:
        return None
    bounded = indicator.actual is not None and indicator.actual.words[:1] in "≥≤≧≦><＞＜约"
    if bounded and numbers[0].value != filled[0].value:
        return None
    same = numbers[0].unit == filled[0].unit and unit_of(indicator) in ("", numbers[0].unit.name)
    return (numbers[0], filled[0]) if same else None

"""RAT003: a completion rate that is not the outcome divided by the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.concepts import budget_of
from kaocheng.disclosure.context import agrees, before, essence, is_level, nearest, paragraphs
from kaocheng.disclosure.references import PLAN
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.shares_of_base import base_beside, of_base
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wholes import wholes_over
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT003"
_BUDGET = re.compile(
    r"预算(?:数|安排|金额|总额)?(?:为|是|共)?\Z|资金计划数?(?:为)?\Z|预算数?为\Z|到位\Z|批复\Z"
)
_SPENT = re.compile(r"决算|支出|执行|使用|到位")
_PLAN = re.compile(r"资金计划数?(?:为|是|共)?\Z")
_NEAR = 8  # sentences
_REACH = 6  # amounts before the outcome that may be the budget of the kind named
_VERSUS = re.compile(r"[比较](?:年初|全年|调整)?预算数?(?:增加|减少|多|少|超)")
_LESS = re.compile(r"减少|少")
_WHICH = [("年初", re.compile(r"年初")), ("全年", re.compile(r"全年|调整"))]


@rule("完成预算的比例与预决算数不符", family="比率", of=Statement)
def completion(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """完成预算…% is the outcome over the budget of the kind it names, both printed in the paragraph."""
    found = False
    for group in paragraphs(statement):
        for sentence in group:
            for index, mention in enumerate(sentence.mentions):
                words = mention.label or mention.before
                if plan := base_beside(sentence, index, PLAN):
                    found = True
                    yield of_base(CODE, group, sentence, index, plan)
                elif mention.kind == "completion" and re.search(r"预算|计划", words):
                    found = True
                    yield _claim(statement, group, sentence, index)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有完成预算的比例")


def _claim(
    statement: Statement, group: list[Sentence], sentence: Sentence, index: int
) -> Ratio | Unjudged:
    mention = sentence.mentions[index]
    spent = _spent(sentence, index)
    planned = _planned(statement, sentence, mention)
    if spent and planned and is_level(spent) and spent is not planned:
        says = f"“{spent.label}”完成“{planned.label}”的比例"
        return Ratio(CODE, mention.figure, (Term(spent.figure),), (Term(planned.figure),), says)
    if not spent or not is_level(spent) or _BUDGET.search(spent.label):
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "文中没有决算数", mention.figure.place)
    budget = _budget(before(group, spent), mention)
    if not budget and (table := _printed(statement, spent, mention)):
        says = f"“{spent.label}”完成表中预算数的比例"
        return Ratio(CODE, mention.figure, (Term(spent.figure),), (Term(table),), says)
    if not budget and (change := _change(sentence, index)):
        sign = Decimal(1) if _LESS.search(change.label) else Decimal(-1)
        under = (Term(spent.figure), Term(change.figure, sign))
        says = f"“{spent.label}”完成预算的比例（预算数由增减额推得）"
        return Ratio(CODE, mention.figure, (Term(spent.figure),), under, says)
    if not budget:
        return Unjudged(CODE, Outcome.NOT_POSSIBLE, "文中没有相应的预算数", mention.figure.place)
    told = [_of(mention, one, budget) for one in (spent, *wholes_over(group, spent))]
    return next(filter(agrees, told), told[0])


def _of(mention: Mention, spent: Mention, budget: Mention) -> Ratio:
    says = f"“{spent.label}”完成“{budget.label}”的比例"
    return Ratio(CODE, mention.figure, (Term(spent.figure),), (Term(budget.figure),), says)


def _spent(sentence: Sentence, index: int) -> Mention | None:
    """The amount the rate is told of: right before it, or before another rate of the same amount."""
    earlier = reversed(sentence.mentions[:index])
    rates = ("completion", "share", "percent", "rate")
    return next((m for m in earlier if m.kind not in rates and m.refers != PLAN), None)


def _planned(statement: Statement, sentence: Sentence, mention: Mention) -> Mention | None:
    """The 资金计划数 that a paragraph on 资金计划 gave before those on 到位 and 使用."""
    if "计划" not in (mention.label or mention.before):
        return None
    first = max(sentence.number - _NEAR, 0)
    told = [
        m
        for s in statement.sentences[first : sentence.number]
        if s.section[:-1] == sentence.section[:-1]
        for m in s.mentions
        if is_level(m) and _PLAN.search(m.label)
    ]
    return told[-1] if told else None


def _printed(statement: Statement, spent: Mention, mention: Mention) -> Figure | None:
    """The budget of that name in a table; a table of 三公 prints the budget of the whole year."""
    if "年初" in (mention.label or mention.before):
        return None
    figure = budget_of(spent.label, statement.profile, statement.tables)
    return figure if figure and figure.value else None


def _change(sentence: Sentence, index: int) -> Mention | None:
    """The amount of 比年初预算增加…万元 right behind the rate."""
    following = sentence.mentions[index + 1 : index + 2]
    told = [m for m in following if m.kind == "amount" and _VERSUS.match(essence(m.label))]
    return told[0] if told else None


def _budget(earlier: list[Mention], mention: Mention) -> Mention | None:
    words = mention.label or mention.before
    kind = next((pattern for _, pattern in _WHICH if pattern.search(words)), None)
    return nearest(
        earlier,
        lambda m: (
            is_level(m)
            and bool(_BUDGET.search(m.label))
            and (kind is None or bool(kind.search(m.label)))
            and m.figure.value != 0
        ),
        _REACH if kind else 3,
    ) or nearest(earlier, lambda m: is_level(m) and bool(_BUDGET.search(m.label)), 2)

"""DIR004: 控制在预算范围内 beside an outcome above its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import is_level, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "DIR004"
_SAID = re.compile(
    r"(?:均|都|全部)?控制在(?:年初)?预算(?:数|范围|额度)?(?:以)?内|(?:均|都)?(?:没有|未)超(?:出|过)?预算"
)
_BUDGET = re.compile(r"预算数?(?:为|是)?\Z")
_SPENT = re.compile(r"(?:实际支出|支出决算|决算数?|实际支出数)(?:为|是)?\Z")


@rule("说控制在预算内，数字却超过预算", family="方向与原因", of=Statement)
def within_budget(statement: Statement) -> Iterator[Finding | Unjudged]:
    """A paragraph that says nothing went over budget must not print an outcome above its budget."""
    found = False
    for group in paragraphs(statement):
        match = _SAID.search(group[0].passage.text)
        pair = _pair([m for s in group for m in s.mentions])
        if match and pair:
            found = True
            if pair[1].figure.base > pair[0].figure.base:
                cause = _finding(group[0], match, *pair)
                yield cause
                yield from _again(statement, pair, cause)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有说控制在预算内并写出两个数的段落")


def _pair(mentions: list[Mention]) -> tuple[Mention, Mention] | None:
    """A budget and the outcome right behind it."""
    for one, two in pairwise(mentions):
        if (
            is_level(one)
            and is_level(two)
            and _BUDGET.search(one.label)
            and _SPENT.search(two.label)
        ):
            return one, two
    return None


def _finding(sentence: Sentence, match: re.Match[str], budget: Mention, spent: Mention) -> Finding:
    return Finding(
        code=CODE,
        place=sentence.passage.at(match.start(), match.end()),
        quote=match[0],
        written=match[0],
        expected=f"超过预算{spent.figure.say(spent.figure.base - budget.figure.base)}",
        message=f"预算 {budget.figure.text}，实际 {spent.figure.text}，已经超过预算，"
        f"不能说“{match[0]}”。",
        difference=spent.figure.say(spent.figure.base - budget.figure.base),
        related=(budget.figure.place, spent.figure.place),
    )


def _again(
    statement: Statement, pair: tuple[Mention, Mention], cause: Finding
) -> Iterator[Finding]:
    """Other places that print the same two numbers contradict the statement as well."""
    for group in paragraphs(statement):
        other = _pair([m for s in group for m in s.mentions])
        if other and other != pair and _values(other) == _values(pair):
            yield Finding(
                code=CODE,
                place=other[1].figure.place,
                quote=other[1].figure.text,
                written=other[1].figure.text,
                expected="",
                message=f"这里也写明实际 {other[1].figure.text} 超过预算 {other[0].figure.text}。",
                severity=Severity.NOTE,
                cause=cause,
            )


def _values(pair: tuple[Mention, Mention]) -> tuple[object, object]:
    return pair[0].figure.base, pair[1].figure.base

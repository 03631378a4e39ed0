"""CON007: one sentence gives one name two numbers side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "CON007"
_LEAD = re.compile(r"\A(?:全年|累计|共计|共|已|其中|现有|现)+")
_LONG = 4


@rule("同一句里同名的数写了两个值", family="前后一致", of=Statement, severity="note")
def one_name_two_numbers(statement: Statement) -> Iterator[Finding | Unjudged]:
    """Two neighbouring counts of one name and one unit with two values: one of the names is wrong."""
    found = False
    for sentence in statement.sentences:
        for one, two in pairwise(sentence.mentions):
            if _alike(sentence, one, two):
                found = True
                if one.figure.value != two.figure.value:
                    found_here = _finding(one, two)
                    yield from (found_here, _other(one, two, found_here))
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有一句里两次出现的同名数量")


def _alike(sentence: Sentence, one: Mention, two: Mention) -> bool:
    name = _LEAD.sub("", essence(one.label))
    same = len(name) >= _LONG and name == _LEAD.sub("", essence(two.label))
    counts = one.kind == two.kind == "count" and one.figure.unit == two.figure.unit
    between = sentence.passage.text[one.end : two.start]
    return same and counts and bool(re.fullmatch(r"[，,、][^，,。；：]*", between))


def _finding(one: Mention, two: Mention) -> Finding:
    return Finding(
        code=CODE,
        place=two.figure.place,
        quote=two.figure.text,
        written=two.figure.text,
        expected=one.figure.text,
        message=f"“{one.label}”同一句里先写 {one.figure.text}，又写 {two.figure.text}，"
        "其中一个的名称或数字写错了。",
        related=(one.figure.place,),
    )


def _other(one: Mention, two: Mention, cause: Finding) -> Finding:
    """The first of the two, which may as well be the wrong one."""
    return Finding(
        code=CODE,
        place=one.figure.place,
        quote=one.figure.text,
        written=one.figure.text,
        expected="",
        message=f"与紧接着的 {two.figure.text} 同名，两个数不会都对。",
        cause=cause,
    )

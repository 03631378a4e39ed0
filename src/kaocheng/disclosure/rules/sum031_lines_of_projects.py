"""SUM031: 共4个项目，预算…，支出…：, and the numbered lines behind it do not add up to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kaocheng.disclosure.context import essence, is_change, paragraphs
from kaocheng.disclosure.reach import stage
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import rule

CODE = "SUM031"
_LINE = re.compile(r"\s*[（(]?(?P<number>[\d一二三四五六七八九十]{1,2})[）)]?[.．、]?(?=\D)")
_NUMBERS = {word: at for at, word in enumerate("一二三四五六七八九十", 1)}
_KINDS = frozenset({"个", "项"})

_LEAST, _MOST = 2, 60
_TAIL = re.compile(r"[：:]\s*\Z")


@rule("逐项列出的金额与所说的总数不符", family="合计", of=Statement, severity="note")
def lines_of_projects(statement: Statement) -> Iterator[Sum | Unjudged]:
    """Where as many lines follow as are counted, each with a budget or an outcome, they make the total."""
    found = False
    groups = paragraphs(statement)
    for at, group in enumerate(groups):
        head = [m for s in group for m in s.mentions]
        lines = _lines(groups[at + 1 : at + 1 + _MOST]) if _announces(group, head) else []
        if lines and any(_counts(m, len(lines)) for m in head):
            for total, parts in _columns(head, lines):
                found = True
                terms = tuple(Term(m.figure) for m in parts)
                says = f"“{essence(total.label)}” = 后面{len(lines)}项之和"
                yield Sum(CODE, total.figure, terms, says)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有先说总数、再逐行列出金额的项目")


def _announces(group: list[Sentence], head: list[Mention]) -> bool:
    text = group[0].passage.text
    return bool(head) and not group[0].in_table and bool(_TAIL.search(text))


def _counts(mention: Mention, lines: int) -> bool:
    """Whether a number says how many projects follow."""
    counted = mention.kind == "count" and mention.figure.unit.name in _KINDS
    return counted and mention.figure.value == lines


def _lines(groups: Sequence[list[Sentence]]) -> list[list[Mention]]:
    """The figures of the lines numbered 1, 2, 3 … right behind."""
    lines: list[list[Mention]] = []
    for group in groups:
        match = _LINE.match(group[0].passage.text)
        number = match["number"] if match else ""
        at = _NUMBERS.get(number) or (int(number) if number.isdigit() else 0)
        if at != len(lines) + 1:
            break
        lines.append([m for s in group for m in s.mentions])
    return lines if len(lines) >= _LEAST else []


def _columns(
    head: list[Mention], lines: list[list[Mention]]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each total with the one amount of its stage in every line."""
    for total in head:
        kind = stage(total)
        if total.kind != "amount" or is_change(total) or total.refers or not kind:
            continue
        alike = [m for m in head if stage(m) == kind and m.kind == "amount"]
        parts = [[m for m in line if m.kind == "amount" and stage(m) == kind] for line in lines]
        if len(alike) == 1 and all(len(found) == 1 for found in parts):
            yield total, [found[0] for found in parts]

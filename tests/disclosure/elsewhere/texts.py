"""A percentage of a mini document, and what is found for it elsewhere in the document."""

from __future__ import annotations

from collections.abc import Callable

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.sentences import Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.relations import Ratio
from tests.disclosure.texts import taken

Find = Callable[[Statement, list[Sentence], Sentence, int], Ratio | None]


def found(find: Find, text: str) -> list[tuple[list[str], list[str]]]:
    """Of each percentage: the figures it divides, and those it divides them by."""
    statement = taken(text)
    ratios = [
        find(statement, group, sentence, index)
        for group in paragraphs(statement)
        for sentence in group
        for index, mention in enumerate(sentence.mentions)
        if mention.figure.unit.is_ratio
    ]
    return [
        ([t.figure.text for t in ratio.over], [t.figure.text for t in ratio.under])
        for ratio in ratios
        if ratio is not None
    ]

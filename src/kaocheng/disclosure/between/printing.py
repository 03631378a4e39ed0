"""Every figure of a document under a key that its other format has, too (逐数摘录): row and column, or sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from kaocheng.disclosure.between.telling import usable
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Row, Table
from kaocheng.kernel.extracts import PRINT, Told
from kaocheng.kernel.figures import Figure

_MARKS = re.compile(r"[\s\d.,，。、；;：:（）()“”\"'%％\-－—]+")
_MOST = 4_000
_SHOWN = 60  # letters of a sentence that tell which it is


def prints(statement: Statement, year: int) -> Iterator[Told]:
    """The figures of the tables and sentences, the first thousands of them."""
    seen: Counter[str] = Counter()
    told = chain(_tabled(statement), _said(statement))
    for key, name, figure, quote in islice(told, _MOST):
        seen[key] += 1
        yield Told(f"{key}#{seen[key]}", name, year, PRINT, replace(figure, name=""), quote)


def _tabled(statement: Statement) -> Iterator[tuple[str, str, Figure, str]]:
    for table in statement.tables:
        for entry in table.entries.values():
            if entry.figure and entry.figure.value and usable(entry.figure):
                column = entry.column.name or entry.column.heading
                key = f"{_kind(table)}|{_row(entry.row)}|{column}|{entry.row.side}"
                yield key, entry.row.name or entry.row.code, entry.figure, table.name


def _kind(table: Table) -> str:
    return table.kind or _MARKS.sub("", table.name)


def _row(row: Row) -> str:
    return row.code or ("合计" if row.total else _MARKS.sub("", row.name))


def _said(statement: Statement) -> Iterator[tuple[str, str, Figure, str]]:
    for sentence in statement.sentences:
        if sentence.in_table or not sentence.mentions:
            continue
        told = _MARKS.sub("", sentence.text)
        for at, mention in enumerate(sentence.mentions):
            if usable(mention.figure):
                key = f"{told[:_SHOWN]}{len(told)}|{at}|{mention.figure.unit.dimension}"
                yield key, mention.label or "此处", mention.figure, sentence.text

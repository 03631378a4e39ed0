"""Last year's amounts printed beside this year's (上年数): in sentences (比上年A增加) and in columns of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.between.telling import one_set, usable
from kaocheng.disclosure.comparisons import comparisons
from kaocheng.disclosure.concepts import Concept, concept_of
from kaocheng.disclosure.context import agrees, paragraphs
from kaocheng.disclosure.growths.records import Comparison
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Column, Entry, Row, Table
from kaocheng.kernel.extracts import EARLIER, OWN, Told
from kaocheng.kernel.relations import Ratio, Term

LAST = r"(?:上年度?|去年|(?P<year>20\d\d)年度?)"
_OUTCOME = re.compile(rf"{LAST}(?:同期)?(?:支出|收入)?(?:决算)?(?:支出|收入)?(?:数|为|的)*\Z")
_BUDGET = re.compile(rf"{LAST}(?:年初)?(?:部门|单位)?预算(?:安排)?(?:数|为|的)*\Z")
_COLUMN = re.compile(rf"{LAST}(?:决算|执行|实际|支出)*数?(?:[（(][^）)]*[）)])?")
_CLAUSE = re.compile(r"[，,。；;：:（(]")
_ROWS = 80  # rows of one table that are kept for comparing


def of_last(match: re.Match[str] | None, year: int) -> bool:
    """Whether the words speak of the year before `year`: 上年, or its number."""
    return match is not None and match["year"] in (None, str(year - 1))


def in_sentences(statement: Statement, year: int) -> Iterator[Told]:
    """比上年A增加C, 上年A: only where the figures of the comparison agree with each other."""
    pattern = _BUDGET if is_budget(statement) else _OUTCOME
    for group in paragraphs(statement):
        for told in comparisons(group):
            words = "".join(_CLAUSE.split(told.was.before)[-1].split())
            if told.now is None or not of_last(pattern.search(words), year):
                continue
            concept = named(statement, group, told.now)
            if concept and usable(told.was.figure) and _consistent(told, told.now):
                text = told.sentence.text
                yield Told(concept.name, concept.name, year - 1, EARLIER, told.was.figure, text)


def is_budget(statement: Statement) -> bool:
    """Whether the document is a budget, whose 上年 is last year's budget."""
    return "预算公开" in statement.profile.kind


def named(statement: Statement, group: list[Sentence], mention: Mention) -> Concept | None:
    """The named total a mention of the paragraph prints."""
    for sentence in group:
        if any(one is mention for one in sentence.mentions):
            return concept_of(mention, sentence, statement.profile)
    return None


def _consistent(told: Comparison, present: Mention) -> bool:
    """Whether the two amounts lie the printed change apart, or have the printed rate."""
    now, was = present.figure, told.was.figure
    up = Decimal(-1 if told.falls else 1)
    if told.change is not None:
        return (now.interval - was.interval).scaled(up).meets(told.change.figure.interval)
    over = (Term(now, up), Term(was, -up))
    return any(agrees(Ratio("", rate.figure, over, (Term(was),), "")) for rate in told.rates)


def in_columns(statement: Statement, year: int) -> Iterator[Told]:
    """The columns 上年数 of known tables, and what stands beside them for the year itself."""
    for looked in one_set(statement).values():
        yield from _columns(looked.table, year)


def _columns(table: Table, year: int) -> Iterator[Told]:
    last = [column for column in table.columns if _is_last(column, year)]
    rows = [row for row in table.rows if row.known or row.code or row.total][:_ROWS]
    for row in rows:
        main = next((e for e in _row(table, row) if e.column.known), None)
        beside = [e for e in _row(table, row) if e.column in last]
        if main is None:
            continue
        key = f"{table.kind}|{row.code or ('合计' if row.total else row.name)}|{main.column.name}"
        for entry, of, via in ((main, year, OWN), *((one, year - 1, EARLIER) for one in beside)):
            if entry.figure and usable(entry.figure) and len(beside) < 2:
                yield Told(key, row.name or row.code, of, via, entry.figure, table.name)


def _row(table: Table, row: Row) -> list[Entry]:
    found = (table.entries.get((row.index, column.index)) for column in table.columns)
    return [e for e in found if e is not None and e.row is row]


def _is_last(column: Column, year: int) -> bool:
    heading = "".join(column.heading.split())
    return not column.known and of_last(_COLUMN.fullmatch(heading), year)

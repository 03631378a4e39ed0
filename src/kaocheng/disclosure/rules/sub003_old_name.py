"""SUB003: a 科目 called by a name that was given up before the year of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.subjects import coded_rows, official, passages, subject_cell
from kaocheng.editions.codes import CodeName, old_names
from kaocheng.editions.labels import squeezed
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.places import Place
from kaocheng.kernel.rulebook import rule

CODE = "SUB003"
_LEVEL = {3: "类", 5: "款", 7: "项"}
_PLAIN = 8


@rule("科目名称是以前年度的", family="科目", of=Statement)
def old_name(statement: Statement) -> Iterator[Finding | Unjudged]:
    """Tables, text and glossary call each 科目 by its name of the document's year."""
    year = statement.profile.year
    if year is None:
        yield Unjudged(CODE, Outcome.NOT_POSSIBLE, "看不出文件所属年度")
        return
    gone = [entry for entry in old_names() if entry.until is not None and entry.until < year]
    for table in statement.tables:
        for row in coded_rows(table):
            for entry in gone:
                if (entry.code, entry.name) == (row.code, row.subject):
                    cell = subject_cell(row)
                    yield _finding(entry, year, cell.place, cell.text)
    for passage in passages(statement.document):
        for entry in gone:
            yield from _in_text(entry, year, passage)


def _in_text(entry: CodeName, year: int, passage: Passage) -> Iterator[Finding]:
    if entry.name.removesuffix("支出") not in passage.text:  # spares nearly every search
        return
    for match in _pattern(entry).finditer(passage.text):
        place = passage.at(match.start("name"), match.end("name"))
        yield _finding(entry, year, place, match["name"], sure=bool(match["level"]))


@lru_cache(maxsize=None)
def _pattern(entry: CodeName) -> re.Pattern[str]:
    """The name before （类）…; a long name of a 类 also alone. A short one must begin a phrase."""
    stem = entry.name.removesuffix("支出")
    begin = r"(?<![\u4e00-\u9fff])" if len(stem) < 5 else ""
    level = rf"[（(]\d*{_LEVEL[len(entry.code)]}[)）]"
    name = rf"(?P<name>{stem}(?:支出)?)"
    if len(entry.code) == 3 and len(entry.name) >= _PLAIN:
        return re.compile(rf"{name}(?:(?<=支出)(?!{level})|(?P<level>{level}))")
    return re.compile(rf"{begin}{name}(?P<level>{level})")


def _finding(entry: CodeName, year: int, place: Place, quote: str, *, sure: bool = True) -> Finding:
    now = official(entry.code, year)
    name = now.name if now else ""
    return Finding(
        code=CODE,
        place=place,
        quote=quote,
        written=squeezed(quote),
        expected=name,
        message=f"“{squeezed(quote)}”是{entry.until}年及以前的名称，{year}年科目名称为“{name}”",
        remedy=f"改为“{name}”",
        severity=Severity.ERROR if sure else Severity.NOTE,
    )

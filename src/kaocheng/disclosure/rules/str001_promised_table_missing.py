"""STR001: a table that the list of tables or the table of contents names is not in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.contents import contents, entry
from kaocheng.disclosure.numbering import numbered
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, bare_title, said, skipped, template
from kaocheng.kernel.documents import Paragraph, Passage
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR001"
_TABLE = re.compile(r"[^，。；：]{3,50}表\Z")
_SET = re.compile(r"附表|[决预]算表|附件")
_WHOLE = re.compile(r"(?:部门|单位)[决预]算表\Z")
_FEWEST = 3
_TITLE_LENGTH = 60
_ASIDE = re.compile(r"（[^（）]*）$|\([^()]*\)$")  # 支出表（按功能分类科目）


@rule("目录所列的表没有附上", family="内容完整", of=Statement)
def promised_table_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """目录或附表清单列出的表都应在文件里；整套表都不在的，可能另附，只作一次提示。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    promised = _promised(statement)
    if len(promised) < _FEWEST:
        yield skipped(CODE, "没有列出各表名称的清单")
        return
    titles = _titles(statement, {id(passage) for _, passage in promised})
    missing = [item for item in promised if not _held(item[0], titles)]
    if len(missing) == len(promised):
        passage = promised[0][1]
        yield said(CODE, passage, 0, len(passage.text), _whole_set(len(promised)))
    elif len(missing) * 2 <= len(promised):
        for name, passage in missing:
            yield said(CODE, passage, 0, len(passage.text), _one(name))


def _promised(statement: Statement) -> list[tuple[str, Passage]]:
    """Names of tables in the table of contents and in the lists under 附表."""
    paragraphs = tuple(statement.document.paragraphs())
    listed = [paragraphs[index] for index in sorted(contents(paragraphs))]
    listed += [
        section.heading
        for section in statement.sections
        if section.heading and any(_SET.search(title) for title in section.path[:-1])
    ]
    found: dict[str, Passage] = {}
    for paragraph in listed:
        name = _name(paragraph)
        if name:
            found.setdefault(name, paragraph.content)
    return list(found.items())


def _name(paragraph: Paragraph) -> str:
    here = numbered(paragraph.text)
    text = entry(paragraph.text[here.end :]) if here and here.kind != "part" else ""
    return text if _TABLE.match(text) and not _WHOLE.search(text) else ""


def _titles(statement: Statement, promises: set[int]) -> set[str]:
    """Whatever may be the title of a table: short lines, first rows, titles of known tables."""
    printed = [table.title.text.strip() for table in statement.tables if table.title]
    found = {bare_title(text) for title in printed for text in (title, _ASIDE.sub("", title))}
    for paragraph in statement.document.paragraphs():
        last = paragraph.text.rpartition("。")[2]  # a page break may have joined a title to a note
        here = numbered(last)
        if id(paragraph.content) not in promises and len(last) < _TITLE_LENGTH:
            line = last[here.end if here else 0 :].strip()
            found |= {bare_title(line), bare_title(_ASIDE.sub("", line))}
    for grid in statement.document.grids():
        found.update(bare_title(cell.text) for cell in grid.rows[0])
    return found


def _held(name: str, titles: set[str]) -> bool:
    """Whether a title is this name, perhaps with the year or the office before it."""
    wanted = bare_title(name)
    return any(
        title.endswith(wanted) or (len(title) > 5 and wanted.endswith(title)) for title in titles
    )


def _one(name: str) -> Words:
    return Words(f"附上《{name}》", f"清单列有《{name}》，文件里没有这张表。", "补上这张表。")


def _whole_set(count: int) -> Words:
    return Words(
        "附上清单所列各表",
        f"清单列出{count}张表，文件里一张也没有，可能在另一个文件中。",
        "确认各表是否已另行公开；没有的补上。",
        Severity.NOTE,
    )

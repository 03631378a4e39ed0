"""SUB005: text that gives a code and a name which do not belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.subjects import fits, is_old_name, official, passages
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "SUB005"
_WORD = r"[\u4e00-\u9fff、]+(?:[（(][\u4e00-\u9fff][)）][\u4e00-\u9fff、]*)*"
_CHAIN = re.compile(
    rf"(?P<name1>{_WORD})[（(](?P<c1>\d{{3}})类[)）]"
    rf"(?:(?P<name2>{_WORD})[（(](?P<c2>\d{{2}})款[)）])?"
    rf"(?:(?P<name3>{_WORD})[（(](?P<c3>\d{{2}})项[)）])?"
)


@rule("正文中科目名称与编码不符", family="科目", of=Statement)
def code_in_text(statement: Statement) -> Iterator[Finding | Unjudged]:
    """A name with its code in brackets, such as 司法（06款）, is the name of that code."""
    seen = False
    for passage in passages(statement.document):
        for match in _CHAIN.finditer(passage.text):
            seen = True
            yield from _wrong(match, passage, statement.profile.year)
    if not seen:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "正文没有带编码的科目")


def _wrong(match: re.Match[str], passage: Passage, year: int | None) -> Iterator[Finding]:
    code = ""
    for level in ("1", "2", "3"):
        name, digits = match[f"name{level}"], match[f"c{level}"]
        if digits is None:
            return
        code += digits
        entry = official(code, year)
        if entry is None or fits(name, code, year) or is_old_name(name, code):
            continue
        # words may run on before the name of the 类
        if level == "1" and name.endswith(entry.name):
            continue
        yield Finding(
            code=CODE,
            place=passage.at(match.start(f"name{level}"), match.end(f"name{level}")),
            quote=name,
            written=f"{name}（{digits}）",
            expected=f"{entry.name}（{digits}）",
            message=f"编码{code}的科目名称是“{entry.name}”，文中写作“{name}”",
            remedy="核对科目名称与编码",
        )

"""WRD004: a mark of the word processor or spreadsheet ([bookmark: …], #REF!) stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Severity, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD004"
_MARK = re.compile(
    r"(?P<wrong>#(?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL)[!?]?|错误[!！]\s*未(?:找到引用源|定义书签)[。.]?"
    r"|Error! Reference source not found\.?)|\[(?:bookmark|comment|footnoteRef)[:：][^\]]{0,40}\]"
)


@rule("文字里混有软件的标记", family="模板残留", of=Statement)
def machine_mark(statement: Statement) -> Iterator[Finding | Unjudged]:
    """公式出错的标记是错误，转换留下的书签标记是提示。"""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, passages(statement.document), _MARK, _words)


def _words(match: re.Match[str]) -> Words:
    return Words(
        "删去标记，写实际内容",
        f"“{match[0]}”是软件的标记，不是文件的内容。",
        "公式出错的重新计算；书签、批注的标记删去。",
        None if match["wrong"] else Severity.NOTE,
    )

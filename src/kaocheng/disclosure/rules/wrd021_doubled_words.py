"""WRD021: a word or a number of a heading printed twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD021"
_DOUBLED = re.compile(
    r"(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)(?![性型费率度组员者办处])"
    r"|^\s*(?P<number>\d{1,2})[、.．](?P=number)[、.．](?!\d)"
)
_LIVELY = re.compile(r"[一逐]|(?:研究|讨论|商量|很多|许多|非常|十分|特别|永远|日日|年年)\Z")
_ONE = re.compile(r"(.)\1")


@rule("词语或序号连写两遍", family="文字内容", of=Statement, severity="note")
def doubled_words(statement: Statement) -> Iterator[Finding | Unjudged]:
    """符合符合, 2、2.: what a slip of copying leaves behind; 一项一项 and the like are said so."""
    yield from template(CODE, statement)
    if not statement.profile.template:
        yield from look(CODE, passages(statement.document), _DOUBLED, _words)


def _words(match: re.Match[str]) -> Words | None:
    if match["number"]:
        right = match[0].strip()[len(match["number"]) + 1 :]
        return Words(right, f"序号“{match['number']}”连写了两遍。", "删去多写的序号。")
    word = match["word"]
    if _LIVELY.match(word) or _ONE.fullmatch(word):
        return None
    return Words(word, f"“{word}”连写了两遍。", "删去多写的词；两个词各有所属的，改写句子。")

"""STR007: a sentence announces the reason (主要原因是) and gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STR007"
_REASON = re.compile(r"原因(?:主要)?(?:是|为|在于)")
_NONE = re.compile(
    r"(?:主要)?(?:变动|增减|增加|减少|增长|下降)?原因(?:主要)?(?:是|为|在于)?[:：]?\s*[。；，](?<!原因，)(?<!原因。)(?<!原因；)"
    r"|(?:主要)?原因(?:主要)?(?:是|为|在于)[:：]?\s*\Z"
)


@rule("原因没有写", family="内容完整", of=Statement)
def reason_missing(statement: Statement) -> Iterator[Finding | Unjudged]:
    """写了“主要原因是”，后面就应当有原因。"""
    yield from template(CODE, statement)
    if statement.profile.template:
        return
    texts = list(passages(statement.document))
    if not any(_REASON.search(passage.text) for passage in texts):
        yield skipped(CODE, "没有说明原因的句子")
    yield from look(CODE, iter(texts), _NONE, _words)


def _words(match: re.Match[str]) -> Words:
    return Words("写出原因", f"“{match[0]}”后面没有写原因。", "补写原因；没有变动的删去这半句。")

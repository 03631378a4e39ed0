"""WRD016: a hyphen stands between a number and its unit (100-万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD016"
_AMOUNT = re.compile(r"\d\s*(?:万元|亿元|元|%|％)")
_STRAY = re.compile(r"(?<![\d.-])\d[\d,.]*\s*[-－—–]+\s*(?:万元|亿元|元|%|％)")


@rule("数字与单位之间有多余的横线", family="文字标点", of=Statement)
def stray_hyphen(statement: Statement) -> Iterator[Finding | Unjudged]:
    """数字后面直接写单位；横线使人疑心是一个没有写完的范围。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    texts = list(passages(statement.document))
    if not any(_AMOUNT.search(p.text) or _STRAY.search(p.text) for p in texts):
        yield skipped(CODE, "没有带单位的数字")
    yield from look(CODE, iter(texts), _STRAY, _words)


def _words(match: re.Match[str]) -> Words:
    right = re.sub(r"[-－—–]+\s*", "", match[0])
    return Words(
        right,
        f"“{match[0]}”的数字与单位之间多了横线，或者范围没有写完。",
        f"改为“{right}”；确是范围的，写全两个数字。",
    )

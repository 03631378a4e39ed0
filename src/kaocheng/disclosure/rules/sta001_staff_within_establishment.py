"""STA001: more people in a kind of post than are established (超编)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.sentences import Mention
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "STA001"
_KINDS = ("行政", "参公", "事业", "工勤", "")
_FIXED = re.compile(r"核定|编制数|核准|(?<!实有)(?<!实有人员)编制(?:人数|人员)?(?:总计|共|为)*\Z")
_REAL = re.compile(r"实有|在职|在编|在岗")
_STILL = re.compile(r"预算|离退休|离休|退休|遗属|临聘|临时|聘用|派遣|购买|借调")


@rule("实有人数超过核定编制", family="编制", of=Statement)
def staff_within_establishment(statement: Statement) -> Iterator[Finding | Unjudged]:
    """Of each kind of post no more people are in service than posts are established."""
    found = False
    for group in paragraphs(statement):
        fixed, real = _posts([m for s in group for m in s.mentions])
        for kind in sorted(fixed.keys() & real.keys()):
            found = True
            if real[kind].figure.value > fixed[kind].figure.value:
                yield _finding(kind, fixed[kind], real[kind])
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有同时写出编制数与实有人数")


def _posts(mentions: list[Mention]) -> tuple[dict[str, Mention], dict[str, Mention]]:
    """Established posts and people in service by kind; a list keeps the side its first item named."""
    fixed: dict[str, Mention] = {}
    real: dict[str, Mention] = {}
    side: dict[str, Mention] | None = None
    for mention in mentions:
        if mention.kind != "count" or mention.figure.unit.name not in ("人", "名"):
            side = None
            continue
        if _REAL.search(mention.before):
            side = real
        elif _FIXED.search(mention.label) and "其中" not in mention.before:
            side = fixed
        if side is not None and not _STILL.search(mention.label):
            kind = next(kind for kind in _KINDS if kind in mention.label)
            side.setdefault(kind, mention)
    return fixed, real


def _finding(kind: str, fixed: Mention, real: Mention) -> Finding:
    word = f"{kind}编制" if kind else "编制"
    over = real.figure.value - fixed.figure.value
    return Finding(
        code=CODE,
        place=real.figure.place,
        quote=real.figure.text,
        written=real.figure.text,
        expected=f"不超过{fixed.figure.text}",
        difference=f"{over:f}人",
        message=f"核定{word} {fixed.figure.text}，实有 {real.figure.text}，超编 {over:f} 人。",
        related=(fixed.figure.place,),
    )

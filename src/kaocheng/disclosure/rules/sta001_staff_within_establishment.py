"""STA001: more people in a kind of post than are established (超编)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.context import paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "STA001"
_KINDS = ("行政", "参公", "事业", "工勤", "")
_FIXED = re.compile(r"核定|编制数|核准|(?<!实有)(?<!实有人员)编制(?:人数|人员)?(?:总计|共|为)*\Z")
_REAL = re.compile(r"实有|在职|在编|在岗")
_POSTS = re.compile(r"(?<!实有)编制数(?:总计|共|为|是)*\Z")  # 在职人员编制数 are posts, not people
_STILL = re.compile(
    r"预算(?!人员)|离退休|离休|退休|遗属|临聘|临时|聘用|派遣|购买|借调|编外|编制外|劳务|公益性?岗|见习|辅助"
)

_REASON = re.compile(r"(?:超编|超出编制|超过编制)[^。]{0,12}(?:原因|由于|因|主要是)")
"""Said to be so, with its reason: then it is for the reader to judge, and no slip."""


@rule("实有人数超过核定编制", family="编制", of=Statement)
def staff_within_establishment(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """Of each kind of post no more people are in service than posts are established."""
    found = False
    for group in paragraphs(statement):
        fixed, real = _posts([m for s in group for m in s.mentions])
        for kind in sorted(fixed.keys() & real.keys()):
            found = True
            outside = Decimal(0) if kind else _outside(group, fixed, real[kind])
            told = bool(_REASON.search(group[0].passage.text))
            yield from _judge(kind, fixed[kind], real[kind], outside, told=told)
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
        if _POSTS.search(mention.label):
            side = fixed
        elif _REAL.search(mention.before):
            side = real
        elif _FIXED.search(mention.label) and "其中" not in mention.before:
            side = fixed
        if side is not None and not _STILL.search(mention.label):
            kind = next(kind for kind in _KINDS if kind in mention.label)
            side.setdefault(kind, mention)
    return fixed, real


def _judge(
    kind: str, fixed: Mention, real: Mention, outside: Decimal, *, told: bool
) -> Iterator[Finding | Judged]:
    over = real.figure.value - outside > fixed.figure.value
    outcome = Outcome.FAILS if over else Outcome.HOLDS
    yield Judged(CODE, outcome, f"实有{kind}人数不超过编制", (fixed.figure, real.figure))
    if over:
        yield _finding(kind, fixed, real, told=told)


def _outside(group: list[Sentence], fixed: dict[str, Mention], real: Mention) -> Decimal:
    """How many of those in service are told right behind to hold no established post."""
    added = Decimal(0)
    for mention in (m for s in group for m in s.mentions if m.start >= real.end):
        if mention.figure.unit.name not in ("人", "名") or _FIXED.search(mention.label):
            break
        unposted = "工勤" in mention.label and "工勤" not in fixed
        if unposted or _STILL.search(mention.label):
            added += mention.figure.value
    return added


def _finding(kind: str, fixed: Mention, real: Mention, *, told: bool) -> Finding:
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
        severity=Severity.NOTE if told else None,
    )

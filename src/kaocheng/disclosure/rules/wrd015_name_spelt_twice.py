"""WRD015: the same long clause is printed twice and differs in one character of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, clauses, passages, said, skipped, template
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD015"
_SHORTEST, _LONGEST = 14, 60
_MEANT = frozenset(
    "一二三四五六七八九十百千元两上下大小增减升降前后左右东西南北内外"
    "省市县区镇乡村局股科室年月日的了和与及或性是为有无本该其各已未不"
    "预决总合收支入出较比同初末底均约达购采"
)
_TERMS = (frozenset({"缴费", "缴存"}),)  # words of the trade that one character tells apart
_Place = tuple[Passage, int, str]


@rule("同一名称前后写法不同", family="文字内容", of=Statement, severity="note")
def name_spelt_twice(statement: Statement) -> Iterator[Finding | Unjudged]:
    """两处长句除一个字外完全相同，这个字多半有一处写错。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    found = _long_clauses(statement)
    if not found:
        yield skipped(CODE, "没有足够长的句子")
    seen: set[tuple[str, str]] = set()
    for text, place, other, index in _pairs(found):
        pair = (text[index], other[index])
        if pair not in seen and pair[::-1] not in seen:
            seen.add(pair)
            passage, start, _ = place
            at = start + index
            left = max(start, at - 2)
            words = _words(text, other, index)
            yield said(CODE, passage, left, min(at + 3, start + len(text)), words)


def _long_clauses(statement: Statement) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for passage in passages(statement.document):
        for start, text in clauses(passage.text):
            if _SHORTEST <= len(text) <= _LONGEST:
                found.setdefault(text, (passage, start, text))
    return found


def _pairs(found: dict[str, _Place]) -> Iterator[tuple[str, _Place, str, int]]:
    """Pairs of clauses that differ in exactly one character: the later clause first."""
    holes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text, place in found.items():
        for index, sign in enumerate(text):
            key = (text[:index], text[index + 1 :])
            for other in holes[key]:
                if _a_slip(sign, other[index]) and not _are_terms(text, other, index):
                    yield text, place, other, index
            holes[key].append(text)


def _a_slip(one: str, other: str) -> bool:
    """Whether two characters may stand for each other by mistake: ideographs without a sense."""
    return all("\u4e00" <= sign <= "\u9fff" and sign not in _MEANT for sign in (one, other))


def _are_terms(text: str, other: str, index: int) -> bool:
    """Whether both are words of their own that mean different things (缴费基数、缴存基数)."""
    around = (slice(max(index - 1, 0), index + 1), slice(index, index + 2))
    return any({text[at], other[at]} == terms for at in around for terms in _TERMS)


def _words(text: str, other: str, index: int) -> Words:
    near = slice(max(index - 2, 0), index + 3)
    return Words(
        f"“{other[near]}”与“{text[near]}”中正确的一个",
        f"另一处同样的句子写作“{other[near]}”，这里写作“{text[near]}”，一字之差。",
        "核对哪一处正确，统一写法。",
    )

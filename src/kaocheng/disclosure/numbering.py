"""The numbering of headings (标题序号): how each kind is written, and which contains which."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONES = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}
_CN = "[一二三四五六七八九十]{1,3}"
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FIRST = frozenset(f"第附一二三四五六七八九十（({_RINGS}")
_KINDS = (
    ("part", 10, re.compile(rf"第\s*({_CN}|\d{{1,2}})\s*[部章]分?")),
    ("attachment", 20, re.compile(rf"附\s*[件表录]\s*({_CN}|\d{{1,2}})?\s*(?=[:：\s.、．]|\Z|\D)")),
    ("chinese", 30, re.compile(rf"({_CN})\s*[、．](?!\s*[一二三四五六七八九十]级)")),
    ("bracket", 40, re.compile(rf"[（(]\s*({_CN})\s*[）)]")),
    ("arabic", 50, re.compile(r"(\d{1,2})\s*(?:[.．](?!\d)|[.．](?=20\d\d年)|、)")),
    ("arabic_bracket", 60, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]")),
    ("ring", 70, re.compile(rf"([{_RINGS}])")),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbering found at the start of a text.

    `kind` is part, attachment, chinese, bracket, arabic, arabic_bracket or ring; `rank` grows from
    the outermost to the innermost; `number` as printed; `value` its count, 0 when it has none;
    `end` the offset after it.
    """

    kind: str
    rank: int
    number: str
    value: int
    end: int


def numbered(text: str) -> Numbered | None:
    """The numbering that `text` begins with, or None."""
    if text[:1] not in _FIRST and not text[:1].isdecimal():  # as most lines
        return None
    for kind, rank, pattern in _KINDS:
        match = pattern.match(text)
        if match:
            return Numbered(kind, rank, match[0].strip(), count(match[1] or ""), match.end())
    return None


def count(word: str) -> int:
    """The number that a word such as 十二, 12 or ⑫ stands for, up to 99; 0 for anything else."""
    if word.isdecimal():
        return int(word)
    if len(word) == 1 and word in _RINGS:
        return _RINGS.index(word) + 1
    if not word or any(sign not in _ONES for sign in word):
        return 0
    tens, ten, ones = word.partition("十")
    if not ten:
        return _ONES[word] if len(word) == 1 else 0
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_ONES[tens] if tens else 1) * 10 + (_ONES[ones] if ones else 0)

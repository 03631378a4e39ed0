"""WRD019: something ends before it begins (2023年5月至2023年3月; 2023年5月开工，2022年12月竣工)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, passages, said, skipped, template
from kaocheng.kernel.documents import Passage
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD019"
_YEAR, _MONTH, _DAY = r"(20\d\d)\s?年\s?", r"(?:(\d{1,2})\s?月\s?)?", r"(?:(\d{1,2})\s?日)?"
_WHEN = _YEAR + _MONTH + _DAY
_RANGE = re.compile(
    rf"(?<!\d){_WHEN}(?:起|开始)?\s?[-—–~～至到]+\s?{_WHEN}(?!(?:度)?(?:预算|决算))"
)
_POINTS = re.compile(
    r"(?<!\d)(20\d\d)[.．/](\d{1,2})(?:[.．/](\d{1,2}))?\s?[-—–~～至到]+\s?(20\d\d)[.．/](\d{1,2})(?:[.．/](\d{1,2}))?(?!\d)"
)
_WORK = r"(?:工程|项目|建设|施工|实施)?"
_BEGUN = re.compile(rf"{_WHEN}[^，,。；;\d]{{0,4}}?(?:正式)?(?:开工|动工|启动|开始{_WORK}|进场)")
_ENDED = re.compile(
    rf"{_WHEN}[^，,。；;\d]{{0,6}}?(?:全部|全面)?(?:完工|竣工|建成|交工|通过竣工验收)"
)
_PARTS = re.compile(r"[一二三四两前上]期|分别|第[一二三四]|标段|其中|此前|前期")
_SENTENCE = re.compile(r"[^。；;\n]+")


@rule("结束早于开始", family="文字内容", of=Statement)
def end_before_start(statement: Statement) -> Iterator[Finding | Unjudged]:
    """起止日期、开工和竣工日期的先后；只比两边都写了的部分（年、月、日）。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    spans = [one for passage in passages(statement.document) for one in _spans(passage)]
    if not spans:
        yield skipped(CODE, "没有写明起止的日期")
    for passage, start, end, begun, ended in spans:
        if ended < begun:
            message = f"开始于{_spoken(begun)}，结束于{_spoken(ended)}，结束早于开始。"
            words = Words("不早于开始的日期", message, "核对并改正其中写错的日期。")
            yield said(CODE, passage, start, end, words)


_Span = tuple[Passage, int, int, tuple[int, ...], tuple[int, ...]]


def _spans(passage: Passage) -> Iterator[_Span]:
    """Every period of a passage: where it stands, its beginning and its end as far as both are told."""
    for match in (*_RANGE.finditer(passage.text), *_POINTS.finditer(passage.text)):
        begun, ended = match.groups()[:3], match.groups()[3:]
        if begun[1] and ended[1]:  # 2023年—2021年 may be years told backwards
            yield _span(passage, match.start(), match.end(), begun, ended)
    for part in _SENTENCE.finditer(passage.text):
        starts, ends = list(_BEGUN.finditer(part[0])), list(_ENDED.finditer(part[0]))
        if len(starts) == len(ends) == 1 and not _PARTS.search(part[0]):
            first, last = starts[0], ends[0]
            if first.end() <= last.start():
                start, end = part.start() + first.start(), part.start() + last.end()
                yield _span(passage, start, end, first.groups(), last.groups())


def _span(
    passage: Passage,
    start: int,
    end: int,
    begun: tuple[str | None, ...],
    ended: tuple[str | None, ...],
) -> _Span:
    told = [(int(a), int(b)) for a, b in zip(begun, ended, strict=True) if a and b]
    known = told[: 1 + bool(begun[1] and ended[1]) + bool(begun[1] and begun[2] and ended[2])]
    return passage, start, end, tuple(a for a, _ in known), tuple(b for _, b in known)


def _spoken(date: tuple[int, ...]) -> str:
    return "".join(f"{number}{word}" for number, word in zip(date, "年月日", strict=False))

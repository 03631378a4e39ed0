"""Sentences (语句) and the figures in them, each with the words it was named by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kaocheng.disclosure.numbers import Found, numbers
from kaocheng.disclosure.precision import precise_decimals, zero_decimals
from kaocheng.disclosure.references import reference
from kaocheng.disclosure.sections import Section
from kaocheng.kernel.documents import Document, Grid, Paragraph, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import read_number

_ENDLESS = 20_000  # a run of text without a full stop that nobody wrote as a sentence
_AFTER = 24  # characters behind a figure that tell whether it is only referred to
_STOP = re.compile(r"[。！？!?](?![”’」』）)])|[。！？!?][”’」』）)]?")
_PART = re.compile(r"[，,。；;：:（(）)！!？?\s]")
_SHORT = re.compile(r"[（(]([^（）()，。；：\d]{1,6})[）)]")
_YEAR = re.compile(r"(?P<versus>与|比|较|同)?(?P<year>(?:19|20)\d\d)\s?年")
_PHASES = [
    ("年初预算", re.compile(r"年初(?:部门)?预算|年初安排")),
    ("全年预算", re.compile(r"全年预算|调整后预算|调整预算|预算调整数")),
    ("上年", re.compile(r"上年度?|去年")),
    ("预算", re.compile(r"预算(?!财政|内|单位|绩效|管理|支出|拨款|基本|执行|完成|外|项目|批)")),
]
_KINDS = [
    ("share", re.compile(r"占[^，,；;。]*\Z|占比[^，,；;。]*\Z|比重为?\Z")),
    ("completion", re.compile(r"完成[^，,；;。]*\Z|(?:为|达|到|是|相当于)(?:年初|全年|调整后?)?预算(?:数|安排)?的\Z")),
    ("growth", re.compile(r"(?:增长|增加|提高|上升|[增减降]幅|下降|减少|降低|缩减|压缩|提速|精简)[^，,；;。]{0,8}\Z")),
    ("rate", re.compile(r"[率度][^，,；;。]{0,8}\Z")),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence (文中数字).

    `start` and `end` are offsets in the passage; `before` the text since the previous figure of the
    sentence, `label` the last clause of it; `depth` the number of open brackets; `kind` one of
    "amount", "count", "share", "growth", "completion", "rate", "percent"; `refers` how it only names
    what another figure is compared with or a part of, see `references`, "" where it does not.
    """

    figure: Figure
    start: int
    end: int
    kind: str
    before: str = ""
    label: str = ""
    depth: int = 0
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph or of a long cell, up to 。 or the end.

    `passage` is the whole paragraph or cell, `start` and `end` offsets in it; `section` the path of
    headings above; `in_table` whether it stands in a cell; `number` its running number.
    """

    passage: Passage
    start: int
    end: int
    mentions: tuple[Mention, ...]
    section: tuple[str, ...]
    in_table: bool = False
    number: int = 0

    @property
    def text(self) -> str:
        """The sentence alone."""
        return self.passage.text[self.start : self.end]


def sentences(
    document: Document, sections: tuple[Section, ...], year: int | None
) -> tuple[Sentence, ...]:
    """Every sentence of the paragraphs and of the wordy cells, in reading order."""
    paths = {id(block): section.path for section in sections for block in section.blocks}
    paths |= {id(section.heading): section.path for section in sections if section.heading}
    found: list[Sentence] = []
    for passage, block, in_table in _passages(document):
        path = paths.get(id(block), ())
        for start, end in _bounds(passage.text):
            mentions = tuple(_mentions(passage, start, end, year))
            found.append(Sentence(passage, start, end, mentions, path, in_table, len(found)))
    return tuple(precise(found))


def precise(found: list[Sentence]) -> Iterator[Sentence]:
    """The sentences with each amount as precise as the document prints amounts of its unit."""
    figures = [m.figure for s in found for m in s.mentions if m.kind == "amount"]
    decimals, zeros = precise_decimals(figures), zero_decimals(figures)
    for sentence in found:
        mentions = tuple(
            _finer(m, decimals if m.figure.value else zeros) for m in sentence.mentions
        )
        yield replace(sentence, mentions=mentions) if mentions else sentence


def _finer(mention: Mention, decimals: dict[str, int]) -> Mention:
    figure = mention.figure
    wanted = decimals.get(figure.unit.name, 0)
    if mention.kind != "amount" or figure.decimals >= wanted or figure.approximate:
        return mention
    return replace(mention, figure=replace(figure, decimals=wanted))


def _passages(document: Document) -> Iterator[tuple[Passage, object, bool]]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.content, block, False
        elif isinstance(block, Grid):
            for cell in block.cells():
                if len(cell.text) > 3 and not read_number(cell.text.strip().rstrip("%％")):
                    yield cell.content, block, True


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        if match.end() - start < _ENDLESS:
            yield start, match.end()
        start = match.end()
    if len(text) - start < _ENDLESS and text[start:].strip():
        yield start, len(text)


def _mentions(passage: Passage, start: int, end: int, year: int | None) -> Iterator[Mention]:
    text = passage.text[start:end]
    last = depth = 0
    for found in numbers(text):
        before = text[last : found.start]
        depth += sum(before.count(c) for c in "（(") - sum(before.count(c) for c in "）)")
        depth = max(depth, 0)
        label = _label(before)
        figure = _figure(passage, start, found, label, _year(text[: found.start], year))
        refers = reference(text[: found.start], text[found.end : found.end + _AFTER], year)
        yield Mention(
            figure,
            start + found.start,
            start + found.end,
            _kind(found, before),
            before,
            label,
            depth,
            "" if found.unit.is_ratio else refers,
        )
        last = found.end


def _label(before: str) -> str:
    """The last clause before a figure; short brackets such as （境） or （类） belong to the name."""
    parts = [part for part in _PART.split(_SHORT.sub(r"〔\1〕", before)) if part]
    return parts[-1] if parts else ""


def _figure(passage: Passage, offset: int, found: Found, label: str, year: int | None) -> Figure:
    start, end = offset + found.start, offset + found.end
    return Figure(
        name=label,
        value=found.number.value,
        unit=found.unit,
        decimals=found.number.decimals,
        text=passage.text[start:end],
        place=passage.at(start, end),
        phase=next((name for name, words in _PHASES if words.search(label)), "决算"),
        year=year,
        approximate=found.approximate,
    )


def _year(before: str, year: int | None) -> int | None:
    said = [match for match in _YEAR.finditer(before) if not match["versus"]]
    return int(said[-1]["year"]) if said else year


def _kind(found: Found, before: str) -> str:
    if found.unit.is_money:
        return "amount"
    if not found.unit.is_ratio:
        return "count"
    return next((kind for kind, words in _KINDS if words.search(before)), "percent")

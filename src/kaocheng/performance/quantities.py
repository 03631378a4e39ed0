"""Quantities in text (文中的量): a number with its unit, and the figure it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kaocheng.kernel.documents import Cell, Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import plain, read_number
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import NONE, Unit, unit

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = (
    r"(?:亿|千万|百万|万|千)?\s?元|个百分点|个工作日|个月|‰|%|％|(?:万|亿)?(?:平方米|平米|㎡|公里|米|工作日|余次|人次|批次|次|"
    r"件|项|条|个|份|套|枚|座|处|台|家|户|名|人|场|宗|起|单|本|册|笔|天|日|小时|分钟|月|年|分|期|万)"
)
_QUANTITY = re.compile(rf"(?<![\d.,A-Za-z])({_NUMBER})\s*(余|多)?({_WORD})")
_SAME = {"平米": "平方米", "㎡": "平方米", "％": "%", "座（处）": "处", "座(处)": "处", "座": "处"}
_SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit in a passage, at the offsets `start` to `end`."""

    figure: Figure
    unit: str
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The exact words."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The words before it in the same clause."""
        return re.split(r"[，,。；;：:、\n]", self.passage.text[: self.start])[-1]


def measure(name: str) -> tuple[Decimal, str]:
    """A printed unit as (factor, base word): 万件 is 10000 of 件, % is 0.01 of 比."""
    word = re.sub(r"\s", "", name)
    word = _SAME.get(word, word)
    if word == "万":
        return _SCALE["万"], ""
    known = unit(word)
    if known.is_money:
        return known.factor, "元"
    if known.is_ratio:
        return known.factor, "比"
    head, _, tail = word.partition("/")
    if len(head) > 1 and head[0] in _SCALE:
        factor, base = _SCALE[head[0]], head[1:]
        scaled = unit(base)
        return factor * (scaled.factor if scaled.is_money else 1), base + (
            f"/{tail}" if tail else ""
        )
    if tail and unit(head).is_money:
        return unit(head).factor, f"元/{tail}"
    return Decimal(1), word


def figure_of(
    cell: Cell, name: str, measured: Unit = NONE, *, phase: str = "", code: str = ""
) -> Figure | None:
    """The figure of a cell that is all number (a unit sign after it allowed), else None."""
    bare = cell.text.strip("\u3000\xa0 \t\r\n")
    sign = bare[-1:] if bare[-1:] in ("%", "％") else ""
    number = read_number(bare[: len(bare) - len(sign)])
    if number is None:
        return None
    meant = unit(sign) if sign else measured
    start = cell.text.find(bare)
    place = cell.content.at(start, start + len(bare)) if start >= 0 else cell.place
    # a cell that is all number is its figure, whatever blanks stand round it
    place = replace(place, start=None, end=None)
    return Figure(name, number.value, meant, number.decimals, bare, place, phase=phase, code=code)


def figure_at(passage: Passage, start: int, end: int, name: str, measured: Unit) -> Figure:
    """The figure of the digits at these offsets. Raises ValueError when they are no number."""
    text = passage.text[start:end]
    number = read_number(text)
    if number is None:
        raise ValueError(text)
    place: Place = passage.at(start, end)
    return Figure(name, number.value, measured, number.decimals, text, place)


def quantities(passage: Passage) -> Iterator[Quantity]:
    """Every number with a unit in the passage, left to right."""
    for match in _QUANTITY.finditer(plain(passage.text)):
        word = match[3]
        figure = figure_at(passage, match.start(1), match.end(1), word, unit(word))
        yield Quantity(figure, word, passage, match.start(), match.end())

"""The numbers of headings (序号): 第一部分, 附件1, 一、, （一）, 1., （1）, counted while writing."""

from __future__ import annotations

from dataclasses import dataclass, field

_ONES = "零一二三四五六七八九"
_MARKS = {
    "part": "第{}部分 ",
    "attachment": "附件{} ",
    "title": "",
    "chinese": "{}、",
    "bracket": "（{}）",
    "arabic": "{}.",
    "arabic_bracket": "（{}）",
}
"""How each kind of number is written, from the outermost to the innermost; a title bears none."""
TITLES = frozenset({"attachment", "title"})
"""The kinds of number that titles of reports bear."""
_ORDER = tuple(_MARKS)
_IN_CHINESE = ("part", "chinese", "bracket")
OF_LEVEL = {1: "part", 2: "chinese", 3: "bracket", 4: "arabic"}
"""The kind of number a heading of each level bears unless its pattern says otherwise."""


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _ONES[tens]) + "十" if tens else ""
    return head + (_ONES[ones] if ones else "")


@dataclass(slots=True)
class Counter:
    """Counts headings of each kind; a heading starts those inside it anew."""

    counts: dict[str, int] = field(default_factory=dict)

    def next(self, mark: str) -> str:
        """The printed number of the next heading of that kind; raises KeyError for another kind."""
        rank = _ORDER.index(mark)
        self.counts = {own: n for own, n in self.counts.items() if _ORDER.index(own) <= rank}
        self.counts[mark] = self.counts.get(mark, 0) + 1
        number = self.counts[mark]
        return _MARKS[mark].format(chinese(number) if mark in _IN_CHINESE else number)

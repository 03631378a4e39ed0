"""Reading the words of a notice (读通知正文): 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日上班。

The notices are written in one way since 2009. Every weekday and every "共…天" in the text is checked against the
days read, so that a slip of the reader, or of whoever copied the text, does not pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kaocheng.kernel.workdays import WEEKDAYS

_ITEM = re.compile(r"(?:(?<=[。：；])|^)[一二三四五六七八九十]+、")
_HEAD = re.compile(r"([^：。，]{1,24})：")
_TOKEN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:（(?P<said>[^）]*)）)?"
    r"|(?P<to>至|-|—|–|－|~|～)"
    r"|共(?P<sum>\d+)天"
    r"|(?P<deed>放假|补休|上班|公休|连休|法定|调至)"
)
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_DAY = timedelta(days=1)
_WIDE = str.maketrans("０１２３４５６７８９():", "0123456789（）：")
_MOST = 31


@dataclass(frozen=True, slots=True)
class Holiday:
    """What a notice arranges for one occasion (一个节日): days off and days worked in their place."""

    occasion: str
    off: tuple[date, ...]
    make_up: tuple[date, ...]


@dataclass(slots=True)
class Draft:
    """What was read (读出的内容), and what does not fit (不符之处)."""

    holidays: list[Holiday] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_notice(year: int, text: str) -> Draft:
    """The holidays in the words of the notice of that year; faults in the order of the text."""
    draft = Draft()
    bared = re.sub(r"\s+", "", text).translate(_WIDE).replace("〔", "（").replace("〕", "）")
    parts = _ITEM.split(bared)[1:]
    for part in parts:
        head = _HEAD.match(part)
        if head is None:
            draft.faults.append(f"“{part[:16]}……”前面没有节日名称和冒号。")
            continue
        reader = _Reader(year, head[1].strip("“”\"'"), draft.faults)
        draft.holidays.append(reader.read(part[head.end() :]))
    if not draft.holidays:
        draft.faults.append("没有读出任何节日。请粘贴通知中“一、元旦：……”起的正文。")
    return draft


@dataclass(slots=True)
class _Reader:
    """Reads one item; year and month go on from date to date, as in 1月31日至2月6日 or 4日、5日."""

    year: int
    occasion: str
    faults: list[str]
    month: int = 0
    at: int = 0

    def read(self, text: str) -> Holiday:
        off: list[date] = []
        make_up: list[date] = []
        for sentence in text.split("。"):
            for deed, days, said in self._clauses(sentence):
                (make_up if deed == "上班" else off).extend(days)
                if said and said != len(days):
                    self._fault(f"写着共{said}天，读出{len(days)}天")
        return Holiday(self.occasion, tuple(sorted(set(off))), tuple(sorted(set(make_up))))

    def _clauses(self, sentence: str) -> Iterator[tuple[str, list[date], int]]:
        """Each deed of a sentence with the days before it, and the number of days said after it."""
        pending: list[date] = []
        ranging = False
        held: tuple[str, list[date], int] | None = None
        for token in _TOKEN.finditer(sentence):
            if token["day"]:
                pending += self._days(token, pending, ranging=ranging)
                ranging = False
            elif token["to"]:
                ranging = bool(pending)
            elif token["sum"] and held:
                held = (held[0], held[1], int(token["sum"]))
            elif token["deed"] in {"法定", "调至", "公休"} and not held:
                self._fault(f"“{token['deed']}”的写法读不了，请改用文件录入")
            elif token["deed"] in {"放假", "补休", "上班"} and pending:
                if held:
                    yield held
                held, pending = (token["deed"], pending, 0), []
        if held:
            yield held

    def _days(self, token: re.Match[str], before: list[date], *, ranging: bool) -> list[date]:
        day = self._date(token)
        if day is None:
            return []
        self._check_weekday(day, token["said"] or "")
        if not ranging:
            return [day]
        first = before[-1]
        if not first < day < first + _MOST * _DAY:
            self._fault(f"{first}至{day}不是一段假期")
            return []
        return [first + n * _DAY for n in range(1, (day - first).days + 1)]

    def _date(self, token: re.Match[str]) -> date | None:
        self.month = int(token["month"] or self.month or 0)
        if token["year"]:
            self.at = int(token["year"])
        elif self.month and token["month"]:
            last_year = self.month == 12 and self.occasion == "元旦" and self.at != self.year
            self.at = self.year - 1 if last_year else self.year
        try:
            return date(self.at, self.month, int(token["day"]))
        except ValueError:
            self._fault(f"“{token[0]}”不是一个日期")
            return None

    def _check_weekday(self, day: date, said: str) -> None:
        found = _WEEKDAY.search(said)
        if found is None:
            return
        written = "日" if found[1] == "天" else found[1]
        if not WEEKDAYS[day.weekday()].endswith(written):
            self._fault(f"{day}是{WEEKDAYS[day.weekday()]}，通知写的是星期{written}")

    def _fault(self, what: str) -> None:
        self.faults.append(f"{self.occasion}：{what}。")

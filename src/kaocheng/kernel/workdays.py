"""Working days (工作日): which days count, because of which notice, and what falls due when."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is in the calendar (日期性质)."""

    WORKDAY = "工作日"
    MAKE_UP = "调休上班"
    WEEKEND = "休息日"
    HOLIDAY = "放假"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the State Council's General Office that arranges a year's holidays (放假安排通知).

    `days_off` and `make_ups` pair each day with the occasion (元旦, 春节, …). A notice of one year may
    arrange a day of its neighbour: 2005-12-31 was made a working day by the notice for 2006.
    `restored` are days an earlier notice arranged and this one leaves to the week again;
    `number_confirmed` tells that the document number was compared with a published text.
    """

    year: int
    number: str
    title: str
    issued: date | None
    days_off: tuple[tuple[date, str], ...]
    make_ups: tuple[tuple[date, str], ...]
    restored: tuple[date, ...] = ()
    number_confirmed: bool = False

    def __str__(self) -> str:
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


class Unannounced(Exception):
    """A year whose holidays have not been announced (放假安排尚未公布): no date is guessed in it."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"{year}年的放假安排尚未公布或未录入，不能推算该年的工作日。"
            f"请在国务院办公厅通知公布后，由系统管理员录入并经批准。"
        )
        self.year = year


@dataclass(frozen=True, slots=True)
class Day:
    """A day and why it is what it is (日期及其依据): `notice` is None where only the week decides."""

    day: date
    kind: DayKind
    occasion: str = ""
    notice: Notice | None = None

    @property
    def works(self) -> bool:
        """Whether it is a working day (是否工作日)."""
        return self.kind in _WORKING

    @property
    def weekday(self) -> str:
        """星期一 to 星期日."""
        return WEEKDAYS[self.day.weekday()]

    @property
    def reason(self) -> str:
        """Why, in words (理由)."""
        if self.notice is None:
            return str(self.kind)
        return f"{self.occasion}{self.kind}，{self.notice}"


_WORKING = frozenset({DayKind.WORKDAY, DayKind.MAKE_UP})


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The calendar made of the notices of consecutive years (工作日历); a later notice goes before.

    Sums are prepared once, so that `due` and `count` take the same time for any length.
    """

    notices: tuple[Notice, ...]
    _special: Mapping[date, Day] = field(init=False, repr=False, compare=False)
    _origin: int = field(init=False, repr=False, compare=False)
    _passed: array[int] = field(init=False, repr=False, compare=False)
    _workdays: array[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        years = self.years
        if not years or years != tuple(range(years[0], years[-1] + 1)):
            raise ValueError("工作日历须由连续年份的放假安排组成。")
        object.__setattr__(self, "_special", MappingProxyType(_special(self.notices)))
        object.__setattr__(self, "_origin", date(years[0], 1, 1).toordinal())
        passed, workdays = array("l"), array("l")
        for ordinal in range(self._origin, date(years[-1], 12, 31).toordinal() + 1):
            if self._day(date.fromordinal(ordinal)).works:
                workdays.append(ordinal)
            passed.append(len(workdays))
        object.__setattr__(self, "_passed", passed)
        object.__setattr__(self, "_workdays", workdays)

    @property
    def years(self) -> tuple[int, ...]:
        """The years announced (已公布的年份)."""
        return tuple(sorted({notice.year for notice in self.notices}))

    @property
    def last_day(self) -> date:
        """The last day whose kind is known (已公布的最后一日)."""
        return date.fromordinal(self._origin + len(self._passed) - 1)

    def is_workday(self, day: date) -> bool:
        """Whether this is a working day; raises Unannounced outside the years known."""
        at = self._place(day)
        return self._passed[at] > (self._passed[at - 1] if at else 0)

    def why(self, day: date) -> Day:
        """What the day is, and under which notice."""
        self._place(day)
        return self._day(day)

    def count(self, after: date, until: date) -> int:
        """The working days later than `after`, up to and including `until`; 0 when there are none."""
        first, last = self._place(after), self._place(until)
        return self._passed[last] - self._passed[first] if last > first else 0

    def due(self, start: date, workdays: int) -> date:
        """The last day of a period of so many working days; the day of the start is not counted.

        No working days at all end on the day of the start itself. Raises Unannounced when the period runs into
        a year without a notice.
        """
        if workdays < 0:
            raise ValueError("工作日数不能为负。")
        wanted = self._passed[self._place(start)] + workdays
        if not workdays:
            return start
        if wanted > len(self._workdays):
            raise Unannounced(self.years[-1] + 1)
        return date.fromordinal(self._workdays[wanted - 1])

    def next_workday(self, day: date) -> date:
        """The day itself when work is done on it, otherwise the first working day after it (顺延)."""
        return day if self.is_workday(day) else self.due(day, 1)

    def with_notices(self, added: Iterable[Notice]) -> WorkCalendar:
        """The calendar after further notices; they go before the ones already known."""
        return WorkCalendar((*self.notices, *added))

    def _place(self, day: date) -> int:
        at = day.toordinal() - self._origin
        if not 0 <= at < len(self._passed):
            raise Unannounced(day.year)
        return at

    def _day(self, day: date) -> Day:
        if found := self._special.get(day):
            return found
        return Day(day, DayKind.WEEKEND if day.weekday() >= _SATURDAY else DayKind.WORKDAY)


def _special(notices: tuple[Notice, ...]) -> dict[date, Day]:
    """Every day a notice speaks of; what is arranged later goes before."""
    found: dict[date, Day] = {}
    for notice in notices:
        for day in notice.restored:
            found.pop(day, None)
        for day, occasion in notice.days_off:
            found[day] = Day(day, DayKind.HOLIDAY, occasion, notice)
        for day, occasion in notice.make_ups:
            found[day] = Day(day, DayKind.MAKE_UP, occasion, notice)
    return found

"""Explaining a clock (时限说明): every day from the start to the last one, counted or not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kaocheng.kernel.clocks.days import Counted, DayMeasure, counted_days, measure_of
from kaocheng.kernel.clocks.hours import COMMON_HOURS, Openings, time_used
from kaocheng.kernel.clocks.ledger import ClockState, Run, replay
from kaocheng.kernel.clocks.lines import Line, cited, made_on
from kaocheng.kernel.clocks.reading import Reading, read_clock
from kaocheng.kernel.clocks.records import SHANGHAI, Budget, Entry, Span, local_day
from kaocheng.kernel.workdays import WorkCalendar

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_GRACE = "时限最后一日暂停，恢复当日为到期日，不另计"


def explain_clock(
    budget: Budget,
    entries: Sequence[Entry],
    calendar: WorkCalendar,
    at: datetime,
    openings: Openings = COMMON_HOURS,
) -> tuple[Line, ...]:
    """Day by day, from the day of the start to the last day of the limit or, when it is late, to `at`.

    The lines not ahead add up to `Reading.used`, those up to the due day to `Reading.total`. An
    explanation ends where the announced years end.
    """
    told = tuple(entry for entry in entries if entry.at <= at)
    run = replay(budget, told)
    reading = read_clock(budget, told, calendar, at, openings)
    if run.started is None:
        return ()
    if reading.unit is Span.MINUTE:
        end = min(at, run.stopped) if run.stopped else at
        spent = tuple(time_used(run, end, calendar, openings))
        return tuple(_minute_lines(reading, told, calendar, spent, local_day(end)))
    return tuple(_DayByDay(run, reading, told, measure_of(run, calendar), at).lines())


@dataclass(frozen=True, slots=True)
class _DayByDay:
    """Walks the days of a clock that counts days."""

    run: Run
    reading: Reading
    entries: tuple[Entry, ...]
    measure: DayMeasure
    at: datetime

    def lines(self) -> Iterator[Line]:
        end = min(self.at, self.run.stopped) if self.run.stopped else self.at
        parts = counted_days(self.run, self.measure, end)
        until = max([part.until for part in parts], default=self.measure.start)
        number = 0
        for day in _days(self.measure.start, self._last(end), self.measure.calendar):
            ahead = day > until and day >= local_day(end)
            amount, why = self._judged(day, parts, ahead=ahead)
            if ahead and amount and self._spent(number):
                amount, why = 0, _GRACE
            number += amount
            if amount:
                why = self._numbered(number, why)
            yield Line(
                self.measure.calendar.why(day),
                amount,
                number,
                why,
                made_on(self.entries, day),
                ahead,
            )

    def _spent(self, number: int) -> bool:
        """Whether the clock stands still with nothing left: the day it resumes is then the last."""
        return self.reading.state is ClockState.PAUSED and number >= self.reading.total

    def _last(self, end: datetime) -> date:
        """Through the due day, and while the clock is late through the day it is read."""
        known = self.measure.calendar.last_day
        return min(max(self.reading.due or known, local_day(end)), known)

    def _judged(self, day: date, parts: tuple[Counted, ...], *, ahead: bool) -> tuple[int, str]:
        what = self.measure.calendar.why(day)
        if day == self.measure.start:
            return 0, f"{self._begun()}当日不计入"
        if any(part.grace == day for part in parts):
            return 0, _GRACE
        if not self.measure.counts(day):
            return 0, what.reason
        if ahead or any(part.after < day <= part.until for part in parts):
            return 1, what.reason if what.notice else ""
        return 0, f"暂停：{cited(self._standing(day))}"

    def _begun(self) -> str:
        return "重新起算" if self.run.resets else "起算"

    def _standing(self, day: date) -> tuple[Entry, ...]:
        """The pauses that stood when the day began."""
        morning = datetime.combine(day, time.min, SHANGHAI)
        return tuple(replay(self.run.budget, self.entries, morning).pauses.values())

    def _numbered(self, number: int, why: str) -> str:
        if number <= self.reading.total:
            counted = f"第{number}日"
        elif self.reading.overdue:
            counted = f"逾期第{number - self.reading.total}日"
        else:
            counted = f"最后一日顺延（{self.run.budget.postponed_under}）"
        return f"{counted}，{why}" if why else counted


def _days(first: date, last: date, calendar: WorkCalendar) -> Iterator[date]:
    day = first
    while day <= min(last, calendar.last_day):
        yield day
        day += _DAY


def _minute_lines(
    reading: Reading,
    entries: tuple[Entry, ...],
    calendar: WorkCalendar,
    ran: tuple[tuple[datetime, datetime], ...],
    today: date,
) -> Iterator[Line]:
    """The opening minutes of each day the clock ran in."""
    spent: dict[date, timedelta] = {}
    for begun, ended in ran:
        day = local_day(begun)
        spent[day] = spent.get(day, timedelta(0)) + (ended - begun)
    start, total = local_day(reading.started or entries[0].at), timedelta(0)
    for day in _days(start, max(reading.due or today, today), calendar):
        before, total = total // _MINUTE, total + spent.get(day, timedelta(0))
        amount, what = total // _MINUTE - before, calendar.why(day)
        why = f"开放时间内计时{amount}分钟" if amount else "未计时" if what.works else what.reason
        yield Line(what, amount, total // _MINUTE, why, made_on(entries, day), day > today)

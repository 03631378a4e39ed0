"""Legal ledgers for property tests, and a clock so slow-minded that it can be checked by reading it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Span, Turn
from kaocheng.law.calendar import work_calendar

CALENDAR = work_calendar()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPENING = datetime(2025, 1, 6, 9, tzinfo=SHANGHAI)
KEYS = ("", "专家评审", "听证")


def at(text: str) -> datetime:
    """A moment of 2026 in Beijing time, written 03-02 10:00."""
    return datetime.strptime(f"2026-{text} +0800", "%Y-%m-%d %H:%M %z").astimezone(SHANGHAI)


@st.composite
def ledgers(draw: st.DrawFn, *, resets: bool = True) -> tuple[Budget, tuple[Entry, ...], datetime]:
    """A budget, a legal ledger on full hours, and a moment not before its last entry."""
    budget = Budget(draw(st.integers(1, 30)), draw(st.sampled_from([Span.WORKDAY, Span.DAY])))
    moment = OPENING + HOUR * draw(st.integers(0, 9000))
    entries = [Entry(Turn.START, moment, "受理")]
    paused: set[str] = set()
    for _ in range(draw(st.integers(0, 6))):
        moment += HOUR * draw(st.integers(0, 200))
        turn = draw(st.sampled_from(_possible(paused, resets=resets)))
        key = draw(st.sampled_from(_keys(turn, paused)))
        extra = Budget(draw(st.integers(1, 10)), budget.span) if turn is Turn.EXTEND else None
        entries.append(Entry(turn, moment, f"事由{key}", extra=extra, key=key))
        paused = _after(turn, key, paused)
    if draw(st.booleans()):
        moment += HOUR * draw(st.integers(0, 200))
        entries.append(Entry(Turn.STOP, moment, "办结"))
    return budget, tuple(entries), moment + HOUR * draw(st.integers(0, 600))


def _possible(paused: set[str], *, resets: bool) -> list[Turn]:
    found = [Turn.EXTEND]
    if resets:
        found.append(Turn.RESET)
    if len(paused) < len(KEYS):
        found.append(Turn.PAUSE)
    if paused:
        found.append(Turn.RESUME)
    return found


def _keys(turn: Turn, paused: set[str]) -> list[str]:
    if turn is Turn.PAUSE:
        return [key for key in KEYS if key not in paused]
    return sorted(paused) if turn is Turn.RESUME else [""]


def _after(turn: Turn, key: str, paused: set[str]) -> set[str]:
    return {
        Turn.PAUSE: paused | {key},
        Turn.RESUME: paused - {key},
        Turn.RESET: set(),
    }.get(turn, paused)


@dataclass
class SlowClock:
    """Walks from hour to hour and keeps a list of the days that counted.

    `hours` are the hours of a day in which the clock must run for the day to count: all of them are the rule
    of decision 0014, (0,) and (23,) are the two that were weighed against it.
    """

    budget: Budget
    entries: tuple[Entry, ...]
    now: datetime
    hours: tuple[int, ...] = tuple(range(24))
    total: int = 0
    start: date = date.min
    running: bool = False
    stopped: bool = False
    paused: set[str] = field(default_factory=set)
    counted: list[date] = field(default_factory=list)
    graces: list[tuple[int, date]] = field(default_factory=list)
    ran: date = date.min

    def used_and_due(self) -> tuple[int, date]:
        """What is used at `now`, and the last day, running on from there."""
        moment = min(entry.at for entry in self.entries)
        while moment <= self.now and not self.stopped:
            self._enter(moment)
            self._touch(moment)
            moment += HOUR
        used = len(self.counted)
        moment = min(moment - HOUR, self.now)
        if self.due() is None or (self.paused and self.in_time()):
            if self.paused:
                self._resume(moment)
            self.running = True
            while self.due() is None:
                self._touch(moment)
                moment += HOUR
        due = self.due()
        assert due is not None
        return used, due

    def due(self) -> date | None:
        """The day the limit ends, when the days that counted use it up."""
        if len(self.counted) < self.total:
            return None
        due = self.counted[self.total - 1]
        for position, day in self.graces:
            if position == self.total:
                due = day
        return due

    def in_time(self) -> bool:
        """Whether the clock last ran on or before its last day."""
        due = self.due()
        return due is not None and self.ran <= due

    def _enter(self, moment: datetime) -> None:
        for entry in self.entries:
            if entry.at == moment:
                self._take(entry)

    def _take(self, entry: Entry) -> None:
        if entry.turn in {Turn.START, Turn.RESET}:
            self.total, self.start, self.ran = self.budget.amount, entry.at.date(), entry.at.date()
            self.running, self.paused, self.counted, self.graces = True, set(), [], []
        elif entry.turn is Turn.PAUSE:
            self.paused.add(entry.key)
            self.running = False
        elif entry.turn is Turn.RESUME:
            self.paused.discard(entry.key)
            if not self.paused:
                self._resume(entry.at)
        elif entry.turn is Turn.EXTEND and entry.extra:
            self.total += entry.extra.amount
        elif entry.turn is Turn.STOP:
            self.stopped, self.running = True, False

    def _resume(self, moment: datetime) -> None:
        self.running = True
        if self.in_time() and moment.date() > self.ran:
            self.graces.append((len(self.counted), moment.date()))

    def _touch(self, moment: datetime) -> None:
        """The hour that begins now: while the clock runs, its day counts once."""
        day = moment.date()
        if not self.running:
            return
        self.ran = day
        fits = self.budget.span is not Span.WORKDAY or CALENDAR.is_workday(day)
        graced = any(day == grace for _, grace in self.graces)
        if (
            moment.hour in self.hours
            and fits
            and day > self.start
            and day not in self.counted
            and not graced
        ):
            self.counted.append(day)


def evening(day: date) -> datetime:
    """The last moment of a day."""
    return datetime.combine(day, time.max, SHANGHAI)

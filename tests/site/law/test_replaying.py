"""Replaying open clocks in two calendars: who moves, by how much, because of which days."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime

import pytest

from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Span, Turn
from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar import notice_from, work_calendar
from kaocheng.site.law import replaying
from kaocheng.site.law.replaying import OpenClock, changed_days, moved_clocks
from tests.site.law.conftest import FILE, NOW

TWENTY = Budget(20)
BEFORE = work_calendar()
DATA = tomllib.loads(FILE)
AFTER = BEFORE.with_notices([notice_from(DATA["year"], DATA["notice"][0])])


def clock(
    number: str,
    day: datetime,
    budget: Budget = TWENTY,
    *more: Entry,
) -> OpenClock:
    """A clock that began then."""
    return OpenClock(number, "法定期限", budget, [Entry(Turn.START, day, "受理"), *more])


def begun(month: int, day: int) -> datetime:
    """Ten in the morning of a day of 2026."""
    return datetime(2026, month, day, 10, tzinfo=SHANGHAI)


def test_days_that_change() -> None:
    """The Saturday of December that becomes a working day, and the whole of the year not known before."""
    days = changed_days(BEFORE, AFTER)
    assert days[0].day == date(2026, 12, 26)
    assert len(days) == 1 + 365
    assert () == changed_days(AFTER, AFTER)


def test_what_moves_and_why() -> None:
    """Known now, earlier by the worked Saturday; what ended before is left alone."""
    clocks = [
        clock("已到期", begun(11, 2)),
        clock("跨年", begun(12, 14)),
        clock("年内", begun(12, 21), Budget(5)),
        OpenClock("未起算", "法定期限", Budget(5), []),
    ]
    moved = list(moved_clocks(clocks, BEFORE, AFTER, NOW))
    assert ["跨年", "年内"] == [m.clock.number for m in moved]
    assert (None, date(2027, 1, 11)) == (moved[0].before.due, moved[0].after.due)
    assert (date(2026, 12, 28), date(2026, 12, 26)) == (moved[1].before.due, moved[1].after.due)
    assert [date(2026, 12, 26)] == [day.day for day in moved[1].because]
    assert date(2027, 1, 1) in [day.day for day in moved[0].because]
    assert not moved[0].turns_late


def test_lateness_that_appears_and_disappears() -> None:
    """Read on 27 December: by the worked Saturday the last day has passed; without it, not."""
    sunday = datetime(2026, 12, 27, 2, 0, tzinfo=UTC)
    one = [clock("年内", begun(12, 21), Budget(5))]
    (later,) = moved_clocks(one, BEFORE, AFTER, sunday)
    assert (True, False) == (later.turns_late, later.no_longer_late)
    taken_back = Notice(2027, "", "更正", None, (), (), restored=(date(2026, 12, 26),))
    (back,) = moved_clocks(one, AFTER, AFTER.with_notices([taken_back]), sunday)
    assert (False, True) == (back.turns_late, back.no_longer_late)


def test_a_paused_clock_moves_too() -> None:
    """What would be its last day if it resumed now."""
    pause = Entry(Turn.PAUSE, begun(12, 22), "听证")
    (moved,) = moved_clocks([clock("停", begun(12, 18), Budget(12), pause)], BEFORE, AFTER, NOW)
    assert moved.before.due is None
    assert moved.after.due


def test_natural_days_do_not_move() -> None:
    """They do not ask which days work, unless the last one is to be a working day."""
    plain = clock("自然日", begun(12, 14), Budget(20, Span.DAY))
    moving = clock("顺延", begun(12, 14), Budget(19, Span.DAY, "《民法典》第二百零三条"))
    moved = list(moved_clocks([plain, moving], BEFORE, AFTER, NOW))
    assert [("顺延", date(2027, 1, 4))] == [(m.clock.number, m.after.due) for m in moved]


def test_providers_are_asked_by_county(providers: dict[str, replaying.Provider]) -> None:
    """Every app above gives its own; a name registered twice is given once."""
    replaying.register_open_clocks("cases", lambda county: [clock(f"{county}-1", begun(12, 1))])
    replaying.register_open_clocks("tickets", lambda county: [clock(f"{county}-2", begun(12, 1))])
    replaying.register_open_clocks("tickets", lambda county: [clock(f"{county}-3", begun(12, 1))])
    numbers = [found.number for found in replaying.open_clocks("510904")]
    assert numbers == ["510904-1", "510904-3"]
    assert set(providers) == {"cases", "tickets"}


@pytest.mark.parametrize("amount", [1, 5, 20, 45])
def test_every_open_clock_is_replayed_as_it_is_read(amount: int) -> None:
    """The quick exclusion never leaves out one that moves."""
    clocks = [clock(str(day), begun(11, day), Budget(amount)) for day in range(1, 31)]
    quick = {m.clock.number for m in moved_clocks(clocks, BEFORE, AFTER, NOW)}
    slow = {
        c.number
        for c in clocks
        if replaying.read_clock(c.budget, c.entries, BEFORE, NOW).due
        != replaying.read_clock(c.budget, c.entries, AFTER, NOW).due
    }
    assert slow == quick

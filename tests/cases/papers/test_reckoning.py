"""The sum on a paper says the same as the clock, in fewer lines."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.cases.papers.reckoning import reckoned
from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Span, Turn, explain_clock
from kaocheng.law.calendar import work_calendar

STARTS = st.datetimes(datetime(2023, 1, 1), datetime(2026, 6, 1)).map(  # noqa: DTZ001  # zone below
    lambda at: at.replace(tzinfo=SHANGHAI)
)


@given(STARTS, st.integers(1, 60), st.sampled_from([Span.WORKDAY, Span.DAY]), st.integers(0, 20))
def test_the_sum_is_that_of_the_clock(start: datetime, days: int, span: Span, pause: int) -> None:
    """Every day once, in order; what counts adds up; the last line reaches the limit."""
    ledger = [Entry(Turn.START, start, "受理")]
    if pause:
        ledger.append(Entry(Turn.PAUSE, start + timedelta(days=1), "检测", "文1"))
        ledger.append(Entry(Turn.RESUME, start + timedelta(days=1 + pause), "检测结束"))
    at = start + timedelta(days=2 + pause)
    lines = explain_clock(Budget(days, span), ledger, work_calendar(), at)
    found = reckoned(lines)
    assert lines[0].day.day == found[0].first
    assert lines[-1].day.day == found[-1].last
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(found))
    assert sum(line.amount for line in lines) == sum(part.counted for part in found)
    assert lines[-1].number == found[-1].total
    assert len(found) <= len(lines)


def test_days_alike_are_put_together() -> None:
    """A week of work is one line, the week's end another, a holiday names its notice."""
    start = datetime(2026, 9, 21, 10, tzinfo=SHANGHAI)
    ledger = [Entry(Turn.START, start, "受理")]
    found = reckoned(explain_clock(Budget(6), ledger, work_calendar(), start))
    told = [(part.first.day, part.last.day, part.counted, part.total, part.why) for part in found]
    assert [
        (21, 21, 0, 0, "起算当日不计入"),
        (22, 24, 3, 3, "工作日，计入"),
        (25, 27, 0, 3, "中秋节放假，不计入"),
        (28, 30, 3, 6, "工作日，计入"),
    ] == told
    assert "国办发明电" in found[2].basis


def test_no_lines_no_sum() -> None:
    """A clock that has not started has no sum."""
    assert () == reckoned(())

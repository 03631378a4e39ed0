"""How fast due days and clocks are (时限速度), beside counting from day to day.

python -m bench.deadlines
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import process_time

from kaocheng.kernel.clocks import SHANGHAI, Budget, Entry, Turn, explain_clock, read_clock
from kaocheng.law.calendar import work_calendar

_ROUNDS = 5
_LENGTHS = (5, 20, 45, 120)


def main() -> None:
    """Print one line a measure, each with its ratio."""
    calendar = work_calendar()
    starts = [date(2024, 1, 1) + timedelta(days=n) for n in range(400)]

    def walked(start: date, length: int) -> date:
        day = start
        while length:
            day += timedelta(days=1)
            length -= calendar.is_workday(day)
        return day

    for length in _LENGTHS:
        quick = _micros(lambda n=length: [calendar.due(s, n) for s in starts]) / len(starts)
        slow = _micros(lambda n=length: [walked(s, n) for s in starts]) / len(starts)
        print(
            f"due, {length} working days: {quick:.2f} µs; day by day {slow:.1f} µs; {slow / quick:.0f} ×"
        )
    budget, ledger, now = Budget(20), _ledger(), datetime(2026, 4, 20, 15, tzinfo=SHANGHAI)
    read = _micros(lambda: [read_clock(budget, ledger, calendar, now) for _ in range(100)]) / 100
    told = _micros(lambda: [explain_clock(budget, ledger, calendar, now) for _ in range(10)]) / 10
    print(
        f"read_clock, 6 entries: {read:.0f} µs = {1e6 / read:,.0f} a second; explained {told:.0f} µs"
    )


def _ledger() -> tuple[Entry, ...]:
    turns = (
        (Turn.START, 2), (Turn.PAUSE, 4), (Turn.RESUME, 9), (Turn.PAUSE, 11), (Turn.RESUME, 16),
        (Turn.EXTEND, 20),
    )  # fmt: skip
    return tuple(
        Entry(
            turn, datetime(2026, 3, day, 10, tzinfo=SHANGHAI), "事由",
            extra=Budget(10) if turn is Turn.EXTEND else None,
        )
        for turn, day in turns
    )  # fmt: skip


def _micros(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        begun = process_time()
        work()
        best = min(best, process_time() - begun)
    return best * 1e6


if __name__ == "__main__":
    main()

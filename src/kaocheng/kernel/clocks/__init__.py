"""Clocks (时限): a budget, a ledger, and what they say at any moment (docs/time.md)."""

from kaocheng.kernel.clocks.admitting import admit
from kaocheng.kernel.clocks.explaining import explain_clock
from kaocheng.kernel.clocks.hours import COMMON_HOURS, Hours, Openings, SameEveryWorkday
from kaocheng.kernel.clocks.ledger import ClockState, replay
from kaocheng.kernel.clocks.lines import Line
from kaocheng.kernel.clocks.reading import Reading, read_clock
from kaocheng.kernel.clocks.records import SHANGHAI, Budget, Entry, Span, Turn, local_day

__all__ = [
    "COMMON_HOURS", "SHANGHAI", "Budget", "ClockState", "Entry", "Hours", "Line", "Openings",
    "Reading", "SameEveryWorkday", "Span", "Turn", "admit", "explain_clock", "local_day",
    "read_clock", "replay",
]  # fmt: skip

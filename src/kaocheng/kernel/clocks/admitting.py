"""Adding to a clock's ledger (记入时限台账): an entry that contradicts it is refused before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from kaocheng.kernel.clocks.ledger import replay
from kaocheng.kernel.clocks.reading import read_clock
from kaocheng.kernel.clocks.records import Budget, Entry, Turn
from kaocheng.kernel.refusing import Refusal
from kaocheng.kernel.workdays import WorkCalendar


def admit(
    budget: Budget, entries: Sequence[Entry], entry: Entry, calendar: WorkCalendar
) -> tuple[Entry, ...]:
    """The ledger with the entry at its end.

    Raises Refusal when the entry does not follow from the ledger, and when an extension comes after the
    limit has passed: it would make lateness disappear.
    """
    longer = (*entries, entry)
    replay(budget, longer)
    if entry.turn is Turn.EXTEND and read_clock(budget, entries, calendar, entry.at).overdue:
        raise Refusal(
            "clock.late_extension",
            f"时限已于{read_clock(budget, entries, calendar, entry.at).due}届满，不能再延长。",
            "延长须在期满之前批准并告知申请人；已经逾期的，如实办结并说明原因。",
        )
    return longer

"""Small facts counted once per case (办件计数): visits, whether every step was online."""

from __future__ import annotations

from kaocheng.cases.lists import channel_kinds
from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import local_day


def visits(case: Case) -> int:
    """The days on which the applicant had to come (跑动次数): several meetings on one day are one visit."""
    kinds = channel_kinds()
    came = {local_day(c.at) for c in case.contacts if kinds[c.channel].visit}
    return len(came)


def all_online(case: Case) -> bool:
    """Whether it was applied for online and no step asked anybody to come (全程网办)."""
    kinds = channel_kinds()
    return kinds[case.channel].online and not any(kinds[c.channel].visit for c in case.contacts)


def on_spot(case: Case) -> bool:
    """Whether it was closed on the working day it was accepted (当日办结)."""
    if case.accepted_at is None or case.closed_at is None:
        return False
    return local_day(case.accepted_at) == local_day(case.closed_at)

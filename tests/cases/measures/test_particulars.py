"""What a case counts for, from its record and its clocks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.cases.measures import Counted, counted
from kaocheng.cases.states import Channel
from kaocheng.kernel.clocks import Budget, Span
from tests.cases.examples import PASSES, REFUSAL, VISIT
from tests.cases.walking import CHIEF, CLERK, HOUSE, ISSUER, THE_LAW, Walk
from tests.catalogue.versions import Limits, immediate, ordinary

YEAR_END = date(2026, 12, 31)


def _counted(walk: Walk) -> Counted:
    """Counted now, over a period that ends tomorrow."""
    return counted(walk.case, walk.calendar, walk.at, walk.at + timedelta(days=1))


def test_a_case_closed_in_time() -> None:
    """Ten promised days, twenty by law, closed on the day it came."""
    found = _counted(Walk().closed())
    assert ("提前", "提前", 0) == (found.promised, found.statutory, found.used)
    assert (10, 20, 1) == (found.promised_days, found.statutory_days, found.visits)
    assert (True, False, False) == (found.closed, found.halted, found.overdue)
    assert ("受理", "准予", "窗口") == (found.intake, found.verdict, found.channel)
    day = date(2026, 3, 2)
    assert (day, day, day) == (found.received_on, found.accepted_on, found.closed_on)


@pytest.mark.parametrize(
    ("days", "promised", "used"),
    [(11, "提前", 9), (14, "按期", 10), (15, "超期", 11)],
)
def test_standing_to_the_promised_limit(days: int, promised: str, used: int) -> None:
    """Accepted on Monday 2 March: due on Monday 16 March."""
    walk = Walk().granted().later(days=days).to("close", ISSUER)
    found = _counted(walk)
    assert (promised, used) == (found.promised, found.used)
    assert "提前" == found.statutory


def test_standing_to_the_statutory_limit() -> None:
    """The decision counts, not the closing: decided on the last day, closed a month later."""
    walk = Walk().examined().later(days=28)
    assert (
        "按期"
        == _counted(
            walk.to("grant", CHIEF, certificate="证1").later(days=30).to("close", ISSUER)
        ).statutory
    )
    walk = Walk().examined().later(days=29)
    assert "超期" == _counted(walk.to("deny", CHIEF, **REFUSAL).to("close", ISSUER)).statutory


def test_no_limit_is_neither_in_time_nor_late() -> None:
    """Without a statutory limit; and before it is closed."""
    assert (
        "" == _counted(Walk(immediate()).accepted().to("grant", CLERK).to("close", CLERK)).statutory
    )
    found = _counted(Walk().granted())
    assert ("", "", None) == (found.promised, found.statutory, found.used)


def test_limits_in_other_units_are_not_converted() -> None:
    """Minutes are no working days, nor are months."""
    found = _counted(Walk(immediate()).accepted().to("grant", CLERK).to("close", CLERK))
    assert (None, None) == (found.used, found.promised_days)
    months = ordinary(limits=Limits(Budget(2, Span.MONTH), Budget(10)))
    assert None is _counted(Walk(months).closed()).statutory_days


def test_closed_means_by_the_cut_off() -> None:
    """Closed after the end of the period is not closed in it."""
    walk = Walk().closed()
    end = walk.case.closed_at
    assert end is not None
    assert not counted(walk.case, walk.calendar, walk.at, end).closed
    assert counted(walk.case, walk.calendar, walk.at, end + timedelta(seconds=1)).closed


def test_overdue_while_open() -> None:
    """Past its day; not while a special procedure stops the clock in time; not when it is over."""
    walk = Walk().accepted().later(days=30)
    assert _counted(walk).overdue
    special = Walk().accepted().to("begin_special", HOUSE, **VISIT).later(days=30)
    assert not _counted(special).overdue
    assert not _counted(Walk().closed().later(days=30)).overdue


def test_ended_without_closing() -> None:
    """Withdrawn after acceptance halted it; before acceptance it counts as neither taken nor refused."""
    example = PASSES["withdraw"]
    found = _counted(example.make().to("withdraw", example.who, **example.given))
    assert (True, "受理", False) == (found.halted, found.intake, found.closed)
    early = _counted(Walk().to("withdraw", example.who, reason="不办了"))
    assert (False, "") == (early.halted, early.intake)


def test_how_it_was_taken_in() -> None:
    """Refused, told to supply, accepted by the law, at which window, through which channel."""
    assert (
        "不予受理"
        == _counted(Walk().to("refuse_authority", CLERK, reason="属市级", right_body="市局")).intake
    )
    example = PASSES["supply"]
    assert _counted(example.make()).told
    example = PASSES["deem_accepted"]
    assert _counted(example.make().to("deem_accepted", THE_LAW)).deemed
    found = _counted(Walk(window="W1", window_kind="universal", parent="YJS1"))
    assert (True, "universal", True) == (found.at_window, found.window_kind, found.themed)
    online = _counted(Walk(channel=Channel.ONLINE).closed())
    assert (False, True, 0) == (online.at_window, online.online, online.visits)
    example = PASSES["extend"]
    assert _counted(example.make().to("extend", example.who, **example.given)).extended

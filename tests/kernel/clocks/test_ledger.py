"""Ledgers that contradict themselves are refused with a sentence that names the entry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from kaocheng.kernel.clocks import Budget, ClockState, Entry, Span, Turn, replay
from kaocheng.kernel.refusing import Refusal
from tests.kernel.clocks.ledgers import at, ledgers

START = Entry(Turn.START, at("03-02 10:00"), "受理")
PAUSE = Entry(Turn.PAUSE, at("03-03 10:00"), "评审")
RESUME = Entry(Turn.RESUME, at("03-04 10:00"), "评审结束")
STOP = Entry(Turn.STOP, at("03-05 10:00"), "办结")
MORE = Entry(Turn.EXTEND, at("03-03 10:00"), "延长", extra=Budget(10))


@pytest.mark.parametrize(
    ("entries", "code", "number", "says"),
    [
        ([PAUSE], "clock.waiting", 1, "尚未起算"),
        ([STOP], "clock.waiting", 1, "尚未起算"),
        ([replace(START, turn=Turn.RESET)], "clock.waiting", 1, "尚未起算"),
        ([START, START], "clock.started", 2, "已经起算"),
        ([START, RESUME], "clock.not_paused", 2, "没有与它对应的暂停"),
        ([START, PAUSE, replace(RESUME, key="听证")], "clock.not_paused", 3, "没有与它对应"),
        ([START, PAUSE, PAUSE], "clock.paused", 3, "已经暂停"),
        ([START, STOP, replace(PAUSE, at=at("03-06 10:00"))], "clock.stopped", 3, "已经止算"),
        ([START, replace(PAUSE, at=at("03-01 10:00"))], "clock.order", 2, "早于前一条"),
        ([START, replace(MORE, extra=None)], "clock.extra", 2, "没有写明延长多少"),
        ([START, replace(MORE, extra=Budget(0))], "clock.extra", 2, "没有写明延长多少"),
        ([START, replace(MORE, extra=Budget(3, Span.HOUR))], "clock.span", 2, "延长以小时计"),
        ([replace(START, at=START.at.replace(tzinfo=None))], "clock.zone", 1, "没有写明时区"),
    ],
)
def test_what_cannot_be_is_refused(entries: list[Entry], code: str, number: int, says: str) -> None:
    """The code, the number of the entry, what is wrong, and what to do."""
    with pytest.raises(Refusal) as found:
        replay(Budget(5), entries)
    assert code == found.value.code
    assert f"时限台账第{number}条" in found.value.message
    assert says in found.value.message
    assert found.value.remedy


def test_entries_of_one_moment_follow_their_order() -> None:
    """Resumed and decided within the same minute."""
    run = replay(Budget(5), [START, PAUSE, RESUME, replace(STOP, at=RESUME.at)])
    assert ClockState.STOPPED is run.state
    assert RESUME.at == run.stopped


def test_a_stopped_clock_may_be_set_going_anew() -> None:
    """A decision that was annulled: 重新起算."""
    again = Entry(Turn.RESET, at("04-01 10:00"), "撤销后重办")
    run = replay(Budget(5), [START, PAUSE, STOP, again])
    assert (ClockState.RUNNING, 1, None, {}) == (run.state, run.resets, run.stopped, run.pauses)


def test_a_reset_takes_extensions_back() -> None:
    """The limit is whole again, no more and no less."""
    again = Entry(Turn.RESET, at("03-06 10:00"), "补正收齐")
    assert replay(Budget(5), [START, MORE, again]).total == 5


def test_the_future_is_not_looked_at() -> None:
    """As the ledger stood at a moment."""
    assert replay(Budget(5), [START, PAUSE], at("03-02 12:00")).state is ClockState.RUNNING


@given(ledgers())
def test_generated_ledgers_are_legal(given_: tuple[Budget, tuple[Entry, ...], object]) -> None:
    """Otherwise the properties would speak of refusals only."""
    budget, entries, _ = given_
    assert replay(budget, entries).started is not None

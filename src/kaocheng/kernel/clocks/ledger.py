"""Replaying a clock's ledger (时限台账): when the clock ran, what is still paused, what was added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kaocheng.kernel.clocks.records import SHANGHAI, Budget, Entry, Turn
from kaocheng.kernel.refusing import Refusal


class ClockState(StrEnum):
    """Whether the clock runs (计时状态)."""

    WAITING = "未起算"
    RUNNING = "计时中"
    PAUSED = "已暂停"
    STOPPED = "已止算"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time the clock ran without a break (计时段), `ended` not included.

    `allowed` is the limit with its extensions as it stood when the stretch began; `resumes` tells
    that it follows a pause.
    """

    begun: datetime
    ended: datetime | None
    allowed: int
    resumes: bool = False


@dataclass(slots=True)
class Run:
    """What the ledger says since the clock was last set going (计时经过)."""

    budget: Budget
    state: ClockState = ClockState.WAITING
    started: datetime | None = None
    stopped: datetime | None = None
    total: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    pauses: dict[str, Entry] = field(default_factory=dict)
    resets: int = 0


def replay(budget: Budget, entries: Sequence[Entry], at: datetime | None = None) -> Run:
    """The run as it stood at `at` (or after all entries).

    Raises Refusal, with the entry's number and what is wrong with it, when the ledger contradicts itself.
    """
    run = Run(budget, total=budget.amount)
    before: datetime | None = None
    for number, entry in enumerate(entries, start=1):
        _check_time(number, entry, before)
        before = entry.at
        if at is not None and entry.at > at:
            break
        _ACTS[entry.turn](run, entry, number)
    return run


def _check_time(number: int, entry: Entry, before: datetime | None) -> None:
    if entry.at.tzinfo is None:
        raise _illegal("clock.zone", number, entry, "没有写明时区", "时间一律用北京时间")
    if before is not None and entry.at < before:
        raise _illegal(
            "clock.order", number, entry, "早于前一条", "台账只能往后记，补记时写实际登记的时间"
        )


def _start(run: Run, entry: Entry, number: int) -> None:
    if run.state is not ClockState.WAITING:
        raise _illegal("clock.started", number, entry, "时钟已经起算", "重新起算请用“重新起算”")
    _set_going(run, entry)


def _reset(run: Run, entry: Entry, number: int) -> None:
    if run.state is ClockState.WAITING:
        raise _illegal("clock.waiting", number, entry, "时钟尚未起算", "请先起算")
    run.resets += 1
    _set_going(run, entry)


def _set_going(run: Run, entry: Entry) -> None:
    run.state, run.started, run.stopped = ClockState.RUNNING, entry.at, None
    run.total, run.pauses = run.budget.amount, {}
    run.stretches = [Stretch(entry.at, None, run.total)]


def _pause(run: Run, entry: Entry, number: int) -> None:
    _check_going(run, entry, number)
    if entry.key in run.pauses:
        raise _illegal(
            "clock.paused", number, entry, "同一事由已经暂停", "先恢复，或者给新的暂停另起编号"
        )
    run.pauses[entry.key] = entry
    if run.state is ClockState.RUNNING:
        _close(run, entry.at)
        run.state = ClockState.PAUSED


def _resume(run: Run, entry: Entry, number: int) -> None:
    _check_going(run, entry, number)
    if entry.key not in run.pauses:
        raise _illegal(
            "clock.not_paused", number, entry, "没有与它对应的暂停", "请核对是恢复哪一次暂停"
        )
    del run.pauses[entry.key]
    if not run.pauses:
        run.stretches.append(Stretch(entry.at, None, run.total, resumes=True))
        run.state = ClockState.RUNNING


def _extend(run: Run, entry: Entry, number: int) -> None:
    _check_going(run, entry, number)
    if entry.extra is None or entry.extra.amount < 1:
        raise _illegal("clock.extra", number, entry, "没有写明延长多少", "请写明延长的时限")
    if entry.extra.span is not run.budget.span:
        raise _illegal(
            "clock.span",
            number,
            entry,
            f"延长以{entry.extra.span}计，时限以{run.budget.span}计",
            "两者的单位须一致",
        )
    run.total += entry.extra.amount


def _stop(run: Run, entry: Entry, number: int) -> None:
    _check_going(run, entry, number)
    if run.state is ClockState.RUNNING:
        _close(run, entry.at)
    run.state, run.stopped = ClockState.STOPPED, entry.at


def _close(run: Run, at: datetime) -> None:
    last = run.stretches[-1]
    run.stretches[-1] = Stretch(last.begun, at, last.allowed, last.resumes)


def _check_going(run: Run, entry: Entry, number: int) -> None:
    if run.state is ClockState.WAITING:
        raise _illegal("clock.waiting", number, entry, "时钟尚未起算", "请先起算")
    if run.state is ClockState.STOPPED:
        raise _illegal("clock.stopped", number, entry, "时钟已经止算", "需要续办的，先重新起算")


def _illegal(code: str, number: int, entry: Entry, why: str, remedy: str) -> Refusal:
    zoned = entry.at if entry.at.tzinfo is None else entry.at.astimezone(SHANGHAI)
    return Refusal(
        code,
        f"时限台账第{number}条（{zoned:%Y-%m-%d %H:%M} {entry.turn}）不能成立：{why}。",
        f"{remedy}。",
    )


_ACTS: dict[Turn, Callable[[Run, Entry, int], None]] = {
    Turn.START: _start,
    Turn.PAUSE: _pause,
    Turn.RESUME: _resume,
    Turn.EXTEND: _extend,
    Turn.RESET: _reset,
    Turn.STOP: _stop,
}

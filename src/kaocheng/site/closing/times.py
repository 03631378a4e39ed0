"""One line of times (一条时间线): from the ticket over window, departments and decision to delivery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kaocheng.cases.records import Case
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.hall.models import StoredTicket


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment on the line (节点), and what the time since the one before was spent on."""

    at: datetime
    title: str
    spent: str = ""
    since: timedelta | None = None

    @property
    def lasted(self) -> str:
        """How long it was since the stop before, in words; hours and days as they are, no working time."""
        if self.since is None:
            return ""
        minutes = int(self.since.total_seconds()) // 60
        if minutes < 60:
            return f"{minutes} 分钟"
        hours, minutes = divmod(minutes, 60)
        if hours < 24:
            return f"{hours} 小时 {minutes} 分钟" if minutes else f"{hours} 小时"
        days, hours = divmod(hours, 24)
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"


def line_of(case: Case) -> Sequence[Stop]:
    """The stops of a case in the order of time, each with the time since the one before."""
    stops = sorted([*_at_the_window(case), *_of_the_case(case)], key=lambda stop: stop.at)
    return [
        replace(stop, since=stop.at - stops[place - 1].at) if place else stop
        for place, stop in enumerate(stops)
    ]


def _at_the_window(case: Case) -> Iterator[Stop]:
    if not case.ticket:
        return
    row = StoredTicket.objects.filter(county=case.county, number=case.ticket).first()
    if row is None:
        return
    yield Stop(_local(row.taken_at), f"取号 {row.label}")
    if row.called_at:
        yield Stop(_local(row.called_at), "叫号", "等候")
    if row.served_at:
        yield Stop(_local(row.served_at), "窗口开始办理", "到窗口")
    if row.ended_at:
        yield Stop(_local(row.ended_at), "离开窗口", "窗口办理")


def _of_the_case(case: Case) -> Iterator[Stop]:
    yield Stop(case.received_at, "接件", "登记")
    if case.accepted_at:
        yield Stop(case.accepted_at, "受理", "核对材料")
    for task in case.tasks:
        if task.done_at:
            yield Stop(task.done_at, f"{task.name}：{task.opinion or '办毕'}", "审查")
    if case.outcome:
        yield Stop(case.outcome.at, f"决定：{case.outcome.verdict}", "决定")
    if case.closed_at:
        yield Stop(case.closed_at, "办结", "制证、办结")
    if case.delivery:
        yield Stop(case.delivery.at, f"出件（{case.delivery.mode}）", "等待领取")
        if case.delivery.served_at and case.delivery.served_at != case.delivery.at:
            yield Stop(case.delivery.served_at, "签收", "寄递")


def _local(at: datetime) -> datetime:
    return at.astimezone(SHANGHAI)

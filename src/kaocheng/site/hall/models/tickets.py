"""Rows of tickets (号票)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kaocheng.hall.rules import priorities
from kaocheng.hall.tickets import Ticket, TicketState

AT_WINDOW = (TicketState.CALLED.value, TicketState.SERVING.value)
"""States of a ticket that a window has in hand (在窗口)."""


class TicketQuerySet(models.QuerySet["StoredTicket"]):
    """Questions to the tickets (号票查询); each begins with county, hall and day."""

    def of_day(self, county: str, hall: str, day: date) -> TicketQuerySet:
        """All tickets of a hall on a day."""
        return self.filter(county=county, hall=hall, day=day)

    def waiting(self, county: str, hall: str, day: date) -> TicketQuerySet:
        """Those that wait."""
        return self.of_day(county, hall, day).filter(state=TicketState.WAITING.value)

    def at_window(self, county: str, window: str, day: date) -> TicketQuerySet:
        """The one a window has called or is serving, if any."""
        return self.filter(county=county, window=window, day=day, state__in=AT_WINDOW)

    def records(self) -> list[Ticket]:
        """As the core knows them, times in local time."""
        return [row.record() for row in self]


class StoredTicket(models.Model):
    """A queue ticket (号票); the columns are those of the record, and the code to follow it by."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("号票编号", max_length=48)
    hall = models.CharField("大厅编号", max_length=20)
    day = models.DateField("日期")
    group = models.CharField("业务类别", max_length=2)
    label = models.CharField("号码", max_length=8)
    code = models.CharField("查询码", max_length=32)
    state = models.CharField(
        "状态", max_length=9, choices=[(s.value, s.chinese) for s in TicketState]
    )
    item = models.CharField("事项编号", max_length=40, blank=True)
    channel = models.CharField("取号渠道", max_length=20, blank=True)
    priority = models.CharField(
        "优先", max_length=20, blank=True, choices=[(p.key, p.title) for p in priorities().values()]
    )
    appointment = models.CharField("预约编号", max_length=48, blank=True)
    slot_start = models.DateTimeField("预约时段起", null=True, blank=True)
    slot_end = models.DateTimeField("预约时段止", null=True, blank=True)
    taken_at = models.DateTimeField("取号时间")
    rank_at = models.DateTimeField("排位时刻")
    since = models.DateTimeField("状态起始")
    window = models.CharField("窗口编号", max_length=40, blank=True)
    reserved = models.CharField("指定窗口", max_length=40, blank=True)
    clerk = models.CharField("办理人员", max_length=150, blank=True)
    calls = models.PositiveSmallIntegerField("叫号次数", default=0)
    rejoins = models.PositiveSmallIntegerField("过号重排次数", default=0)
    transfers = models.PositiveSmallIntegerField("转窗次数", default=0)
    waited = models.PositiveBigIntegerField("等候（微秒）", default=0)
    served = models.PositiveBigIntegerField("办理（微秒）", default=0)
    called_at = models.DateTimeField("最近叫号", null=True, blank=True)
    served_at = models.DateTimeField("首次开始办理", null=True, blank=True)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    cases = models.JSONField("办件编号", default=list, blank=True)
    cut_off = models.BooleanField("闭厅时结束", default=False)
    serial = models.PositiveIntegerField("序号", default=0)

    objects = TicketQuerySet.as_manager()

    class Meta:
        """Number, label and code once; a window has one ticket at a time."""

        verbose_name = "号票"
        verbose_name_plural = "号票"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="ticket_once"),
            models.UniqueConstraint(fields=["county", "code"], name="ticket_code_once"),
            models.UniqueConstraint(
                fields=["county", "hall", "day", "label"], name="ticket_label_once"
            ),
            models.UniqueConstraint(
                fields=["county", "window", "day"],
                condition=Q(state__in=AT_WINDOW),
                name="ticket_at_window_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "hall", "day", "state"], name="ticket_queue"),
        ]

    def __str__(self) -> str:
        return self.label

    def record(self) -> Ticket:
        """As the core knows it, times in local time."""
        return Ticket(**{name: _plain(getattr(self, name)) for name in _FIELDS}, **self._typed())

    def _typed(self) -> dict[str, Any]:
        return {"state": TicketState(self.state), "cases": tuple(self.cases)}

    def take_over(self, ticket: Ticket) -> None:
        """Hold what the record says (由号票值更新)."""
        for name in _FIELDS:
            setattr(self, name, getattr(ticket, name))
        self.state = ticket.state.value
        self.cases = list(ticket.cases)


_FIELDS = tuple(field.name for field in fields(Ticket) if field.name not in {"state", "cases"})


def _plain(value: Any) -> Any:
    return timezone.localtime(value) if isinstance(value, datetime) else value

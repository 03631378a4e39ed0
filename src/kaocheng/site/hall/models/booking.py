"""Rows of appointments (预约): plans, slots with how many have booked, appointments."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from kaocheng.hall.appointments import AppointmentState, SlotPlan
from kaocheng.site.hall.models.places import StoredGroup


class StoredSlotPlan(models.Model):
    """How a group is booked (预约放号)."""

    group = models.ForeignKey(
        StoredGroup, models.CASCADE, related_name="plans", verbose_name="业务类别"
    )
    opens = models.TimeField("起")
    closes = models.TimeField("止")
    minutes = models.PositiveSmallIntegerField("每段分钟数")
    capacity = models.PositiveSmallIntegerField("每段人数")
    weekdays = models.JSONField("星期（0为星期一）", default=list)
    since = models.DateField("自", null=True, blank=True)
    until = models.DateField("至", null=True, blank=True)

    class Meta:
        """A plan begins once a group and time."""

        verbose_name = "预约放号"
        verbose_name_plural = "预约放号"
        ordering: ClassVar = ["opens"]

    def record(self) -> SlotPlan:
        """As the core knows it."""
        return SlotPlan(
            self.group.letter,
            self.opens,
            self.closes,
            self.minutes,
            self.capacity,
            tuple(self.weekdays),
            self.since,
            self.until,
        )


class StoredSlot(models.Model):
    """A slot somebody has booked in (预约时段): how many places are taken."""

    county = models.CharField("行政区划代码", max_length=6)
    hall = models.CharField("大厅编号", max_length=20)
    letter = models.CharField("业务类别", max_length=2)
    starts_at = models.DateTimeField("开始")
    taken = models.PositiveSmallIntegerField("已约人数", default=0)

    class Meta:
        """One slot a group and time."""

        verbose_name = "预约时段"
        verbose_name_plural = "预约时段"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "hall", "letter", "starts_at"], name="slot_once"
            )
        ]


class AppointmentQuerySet(models.QuerySet["StoredAppointment"]):
    """Questions to the appointments (预约查询)."""

    def booked(self, county: str, hall: str) -> AppointmentQuerySet:
        """Those whose holders have not come yet."""
        return self.filter(county=county, hall=hall, state=AppointmentState.BOOKED.value)

    def over(self, county: str, hall: str, at: datetime) -> AppointmentQuerySet:
        """Booked ones whose slot has ended."""
        return self.booked(county, hall).filter(ends_at__lt=at)


class StoredAppointment(models.Model):
    """An appointment (预约): `code` follows it on the phone, `pin` is typed in at the kiosk."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("预约编号", max_length=48)
    hall = models.CharField("大厅编号", max_length=20)
    group = models.CharField("业务类别", max_length=2)
    item = models.CharField("事项编号", max_length=40, blank=True)
    day = models.DateField("日期")
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    state = models.CharField(
        "状态", max_length=10, choices=[(s.value, s.chinese) for s in AppointmentState]
    )
    code = models.CharField("查询码", max_length=32)
    pin = models.CharField("签到码", max_length=6)
    applicant = models.CharField("申请人编号", max_length=48, blank=True)
    ticket = models.CharField("号票编号", max_length=48, blank=True)
    booked_at = models.DateTimeField("预约时间")
    ended_at = models.DateTimeField("签到或取消时间", null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        """Number and code once; a pin once a hall and day."""

        verbose_name = "预约"
        verbose_name_plural = "预约"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="appointment_once"),
            models.UniqueConstraint(fields=["county", "code"], name="appointment_code_once"),
            models.UniqueConstraint(
                fields=["county", "hall", "day", "pin"], name="appointment_pin_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "hall", "state", "ends_at"], name="appointment_due"),
        ]

    def __str__(self) -> str:
        return self.number

"""Rows of places (场所): hall, floor, zone, window, room, groups of tickets, opening hours."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from django.db import models

from kaocheng.hall.hours import OpeningHours, Span, SpecialDay
from kaocheng.hall.rules import QueueRules, default_rules
from kaocheng.hall.windows import Spell, Window, room_kinds, window_kinds


class StoredHall(models.Model):
    """A service hall (政务服务大厅) with the rules of its queue."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("大厅编号", max_length=20)
    name = models.CharField("名称", max_length=120)
    address = models.CharField("地址", max_length=200, blank=True)
    area = models.DecimalField("面积（㎡）", max_digits=9, decimal_places=2, null=True, blank=True)
    opened_on = models.DateField("启用日期", null=True, blank=True)
    calls_before_pass = models.PositiveSmallIntegerField("叫几次才可过号", default=2)
    rejoin_after = models.PositiveSmallIntegerField("过号顺延几位", default=3)
    rejoins = models.PositiveSmallIntegerField("可过号重排几次", default=1)
    slot_grace = models.PositiveSmallIntegerField("预约迟到宽限（分钟）", default=10)
    book_ahead_days = models.PositiveSmallIntegerField("可预约几天以内", default=7)
    book_cutoff = models.PositiveSmallIntegerField("预约提前截止（分钟）", default=30)
    take_before = models.PositiveSmallIntegerField("开门前多久可取号（分钟）", default=30)

    class Meta:
        """One number once a county."""

        verbose_name = "大厅"
        verbose_name_plural = "大厅"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="hall_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def rules(self) -> QueueRules:
        """The rules of this queue (排队规则); what a hall does not set is as by default."""
        usual = default_rules()
        return QueueRules(
            **{name: getattr(self, name, getattr(usual, name)) for name in QueueRules.__slots__}
        )

    def hours(self) -> OpeningHours | None:
        """The opening hours (开放时间), None when none were set."""
        spans = [(row.weekday, Span(row.opens, row.closes)) for row in self.openings.all()]
        special = {day.day: day.record() for day in self.special_days.all()}
        if not spans and not special:
            return None
        week = tuple(tuple(sorted(s for d, s in spans if d == weekday)) for weekday in range(7))
        return OpeningHours(week, special)


class StoredOpening(models.Model):
    """One span of the weekly table (开放时段)."""

    hall = models.ForeignKey(
        StoredHall, models.CASCADE, related_name="openings", verbose_name="大厅"
    )
    weekday = models.PositiveSmallIntegerField("星期（0为星期一）")
    opens = models.TimeField("开门")
    closes = models.TimeField("关门")

    class Meta:
        """A span begins once a weekday."""

        verbose_name = "开放时段"
        verbose_name_plural = "开放时段"
        ordering: ClassVar = ["weekday", "opens"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hall", "weekday", "opens"], name="opening_once")
        ]


class StoredSpecialDay(models.Model):
    """A day whose hours differ (特别安排); `spans` are pairs of HH:MM, none means closed."""

    hall = models.ForeignKey(
        StoredHall, models.CASCADE, related_name="special_days", verbose_name="大厅"
    )
    day = models.DateField("日期")
    spans = models.JSONField("开放时段", default=list, blank=True)
    cause = models.CharField("说明", max_length=120)

    class Meta:
        """One arrangement a day."""

        verbose_name = "特别安排"
        verbose_name_plural = "特别安排"
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hall", "day"], name="special_day_once")
        ]

    def record(self) -> SpecialDay:
        """As the core knows it."""
        spans = tuple(Span(time.fromisoformat(a), time.fromisoformat(b)) for a, b in self.spans)
        return SpecialDay(self.day, spans, self.cause)


class StoredFloor(models.Model):
    """A floor of a hall (楼层)."""

    hall = models.ForeignKey(StoredHall, models.CASCADE, related_name="floors", verbose_name="大厅")
    number = models.CharField("楼层编号", max_length=20)
    name = models.CharField("名称", max_length=80)
    area = models.DecimalField("面积（㎡）", max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        """One number once a hall."""

        verbose_name = "楼层"
        verbose_name_plural = "楼层"
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["hall", "number"], name="floor_once")
        ]

    def __str__(self) -> str:
        return self.name


class StoredZone(models.Model):
    """A functional zone of a floor (功能区)."""

    floor = models.ForeignKey(
        StoredFloor, models.CASCADE, related_name="zones", verbose_name="楼层"
    )
    number = models.CharField("功能区编号", max_length=20)
    name = models.CharField("名称", max_length=80)
    area = models.DecimalField("面积（㎡）", max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        """One number once a floor."""

        verbose_name = "功能区"
        verbose_name_plural = "功能区"
        ordering: ClassVar = ["floor__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["floor", "number"], name="zone_once")
        ]

    def __str__(self) -> str:
        return f"{self.floor.name} {self.name}"


class StoredGroup(models.Model):
    """A group of items people take tickets for (取号业务类别): its letter begins the ticket's label."""

    county = models.CharField("行政区划代码", max_length=6)
    hall = models.ForeignKey(StoredHall, models.CASCADE, related_name="groups", verbose_name="大厅")
    letter = models.CharField("字头", max_length=2)
    name = models.CharField("名称", max_length=60)
    about = models.CharField("说明", max_length=200, blank=True)
    items = models.JSONField("事项", default=list, blank=True)
    minutes = models.PositiveSmallIntegerField("每件计划办理（分钟）", default=10)
    active = models.BooleanField("启用", default=True)

    class Meta:
        """One letter once a hall."""

        verbose_name = "取号业务类别"
        verbose_name_plural = "取号业务类别"
        ordering: ClassVar = ["county", "letter"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "hall", "letter"], name="group_once")
        ]

    def __str__(self) -> str:
        return f"{self.letter} {self.name}"


class StoredWindow(models.Model):
    """A window (窗口). `items` count only for types that take in listed items."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("窗口编号", max_length=40)
    zone = models.ForeignKey(
        StoredZone, models.PROTECT, related_name="windows", verbose_name="功能区"
    )
    hall = models.ForeignKey(
        StoredHall, models.PROTECT, related_name="windows", verbose_name="大厅"
    )
    name = models.CharField("窗口名称", max_length=60)
    kind = models.CharField(
        "窗口类型", max_length=24, choices=[(k.key, k.title) for k in window_kinds().values()]
    )
    departments = models.JSONField("部门", default=list, blank=True)
    items = models.JSONField("可受理事项", default=list, blank=True)
    groups = models.ManyToManyField(
        StoredGroup, blank=True, related_name="windows", verbose_name="可叫业务类别"
    )
    serial = models.PositiveIntegerField("序号", default=0)

    class Meta:
        """One number once a county."""

        verbose_name = "窗口"
        verbose_name_plural = "窗口"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="window_once")
        ]

    def __str__(self) -> str:
        return self.name

    def record(self) -> Window:
        """As the core knows it; prefetch `groups` and `spells` for many."""
        return Window(
            self.number,
            self.name,
            self.kind,
            tuple(self.departments),
            tuple(self.items),
            tuple(sorted(group.letter for group in self.groups.all())),
            tuple(Spell(row.since, row.until, row.cause) for row in self.spells.all()),
        )


class StoredSpell(models.Model):
    """A time a window was in use (启用期间), both days included."""

    window = models.ForeignKey(
        StoredWindow, models.CASCADE, related_name="spells", verbose_name="窗口"
    )
    since = models.DateField("启用日")
    until = models.DateField("停用前最后一日", null=True, blank=True)
    cause = models.CharField("停用原因", max_length=200, blank=True)

    class Meta:
        """A window is in use once at a time."""

        verbose_name = "窗口启用期间"
        verbose_name_plural = "窗口启用期间"
        ordering: ClassVar = ["since"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["window"], condition=models.Q(until__isnull=True), name="spell_open_once"
            ),
            models.UniqueConstraint(fields=["window", "since"], name="spell_once"),
        ]


class StoredRoom(models.Model):
    """A room behind the windows (后台用房)."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("房间编号", max_length=40)
    zone = models.ForeignKey(
        StoredZone, models.PROTECT, related_name="rooms", verbose_name="功能区"
    )
    name = models.CharField("名称", max_length=60)
    kind = models.CharField(
        "类型", max_length=24, choices=[(k.key, k.title) for k in room_kinds().values()]
    )
    area = models.DecimalField("面积（㎡）", max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        """One number once a county."""

        verbose_name = "后台用房"
        verbose_name_plural = "后台用房"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="room_once")
        ]

    def __str__(self) -> str:
        return self.name

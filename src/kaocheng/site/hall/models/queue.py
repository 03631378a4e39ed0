"""Rows of the queue (排队): counters of numbers, the queue of a day, who is at work at which window."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class StoredCounter(models.Model):
    """The last serial given (取号序列) for a group of a hall on a day."""

    county = models.CharField("行政区划代码", max_length=6)
    hall = models.CharField("大厅编号", max_length=20)
    day = models.DateField("日期")
    letter = models.CharField("字头", max_length=2)
    last = models.PositiveIntegerField("最后序号", default=0)

    class Meta:
        """One counter a group and day."""

        verbose_name = "取号序列"
        verbose_name_plural = "取号序列"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "hall", "day", "letter"], name="counter_once")
        ]


class QueueDayQuerySet(models.QuerySet["StoredQueueDay"]):
    """Questions to the versions (版本查询)."""

    def of_day(self, county: str, hall: str, day: date) -> QueueDayQuerySet:
        """All topics of a hall on a day."""
        return self.filter(county=county, hall=hall, day=day)


class StoredQueueDay(models.Model):
    """The queue of a hall on a day (当日队列): locked by every move; its versions tell screens what is new.

    `topic` is "" for the whole hall (the row that is locked), the letter of a group, or "@" and the
    number of a window: a move raises the version of all it touches, and a screen asks for what it shows.
    """

    county = models.CharField("行政区划代码", max_length=6)
    hall = models.CharField("大厅编号", max_length=20)
    day = models.DateField("日期")
    topic = models.CharField("范围", max_length=41, blank=True)
    version = models.PositiveBigIntegerField("版本", default=0)

    objects = QueueDayQuerySet.as_manager()

    class Meta:
        """One queue a day, one version a topic."""

        verbose_name = "当日队列"
        verbose_name_plural = "当日队列"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "hall", "day", "topic"], name="queue_topic_once"
            )
        ]


class SittingQuerySet(models.QuerySet["StoredSitting"]):
    """Questions to the times at work (开窗记录查询)."""

    def of_day(self, county: str, hall: str, day: date) -> SittingQuerySet:
        """Those of a hall on a day."""
        return self.filter(county=county, hall=hall, day=day)

    def now(self, county: str, day: date) -> SittingQuerySet:
        """Those of this day that last; one nobody ended yesterday is over all the same."""
        return self.filter(county=county, day=day, until__isnull=True)

    def forgotten(self, county: str, day: date) -> SittingQuerySet:
        """Those of earlier days that nobody ended."""
        return self.filter(county=county, day__lt=day, until__isnull=True)


class StoredSitting(models.Model):
    """A time somebody was at a window (开窗记录): open or paused, and why it was paused."""

    county = models.CharField("行政区划代码", max_length=6)
    hall = models.CharField("大厅编号", max_length=20)
    window = models.CharField("窗口编号", max_length=40)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sittings", verbose_name="人员"
    )
    day = models.DateField("日期")
    paused = models.BooleanField("暂停", default=False)
    cause = models.CharField("暂停原因", max_length=60, blank=True)
    since = models.DateTimeField("自")
    until = models.DateTimeField("至", null=True, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        """One person at a window at a time, and at one window only."""

        verbose_name = "开窗记录"
        verbose_name_plural = "开窗记录"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "window"], condition=Q(until__isnull=True), name="sitting_window"
            ),
            models.UniqueConstraint(
                fields=["county", "account"], condition=Q(until__isnull=True), name="sitting_person"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["county", "hall", "day"], name="sitting_day")]

"""Rows of the audit (审计): events, seals over them, and the logs of what was read and what was refused.

None of them is ever changed or deleted; a correction is a new event. The database forbids it besides (see
`triggers.py`), but what counts is that `kaocheng audit verify` finds it.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from kaocheng.kernel.events import Event, Seal
from kaocheng.site.audit.querysets import EventQuerySet, LogQuerySet


class StoredEvent(models.Model):
    """One event of a stream (事件), chained to the one before; `facts` is canonical JSON."""

    county = models.CharField("行政区划代码", max_length=6)
    stream = models.CharField("事件流", max_length=120)
    serial = models.PositiveIntegerField("序号")
    at = models.DateTimeField("时间")
    actor = models.CharField("操作人", max_length=150)
    role = models.CharField("角色", max_length=24, blank=True)
    kind = models.CharField("事件", max_length=80)
    facts = models.TextField("内容")
    previous = models.CharField("前条摘要", max_length=64, blank=True)
    algorithm = models.CharField("摘要算法", max_length=8)
    digest = models.CharField("摘要", max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        """A serial is given once: of two that append at the same time one loses. Seals go by the key."""

        verbose_name = "事件"
        verbose_name_plural = "事件"
        indexes: ClassVar = [models.Index(fields=["county", "id"], name="event_by_key")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "stream", "serial"], name="serial_once")
        ]

    def __str__(self) -> str:
        return f"{self.stream}#{self.serial} {self.kind}"

    @property
    def told(self) -> dict[str, Any]:
        """The facts as a mapping (内容)."""
        found: dict[str, Any] = json.loads(self.facts)
        return found

    def as_event(self) -> Event:
        """The value of this row."""
        return Event(
            self.county, self.stream, self.serial, self.at, self.actor, self.role, self.kind,
            self.facts, self.previous, self.algorithm, self.digest,
        )  # fmt: skip


class StoredSeal(models.Model):
    """A seal (封存): the heads of all streams that grew since the seal before, under one root.

    It covers the events whose key lies above that of the seal before, up to `high`; `root` is the Merkle root over
    its heads, `digest` binds it to the seal before.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.PositiveIntegerField("封存号")
    at = models.DateTimeField("封存时间")
    high = models.BigIntegerField("末条主键")
    events = models.PositiveIntegerField("事件数")
    streams = models.PositiveIntegerField("事件流数")
    algorithm = models.CharField("摘要算法", max_length=8)
    root = models.CharField("根", max_length=64)
    previous = models.CharField("前一封存摘要", max_length=64, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        """A number is given once a county."""

        verbose_name = "封存"
        verbose_name_plural = "封存"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="seal_once")
        ]

    def __str__(self) -> str:
        return f"封存{self.number}"

    def as_seal(self) -> Seal:
        """The value of this row."""
        return Seal(**{name: getattr(self, name) for name in Seal.__slots__})


class StoredSealedHead(models.Model):
    """The last event of one stream when it was sealed (封存的流首)."""

    county = models.CharField("行政区划代码", max_length=6)
    seal = models.PositiveIntegerField("封存号")
    place = models.PositiveIntegerField("次序")
    stream = models.CharField("事件流", max_length=120)
    serial = models.PositiveIntegerField("序号")
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        """Found by seal in order, and by stream."""

        verbose_name = "封存的流首"
        verbose_name_plural = "封存的流首"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "seal", "place"], name="head_place_once"),
            models.UniqueConstraint(fields=["county", "stream", "seal"], name="head_stream_once"),
        ]

    def __str__(self) -> str:
        return f"{self.stream}#{self.serial}"


class StoredRead(models.Model):
    """Somebody looked at personal data (查阅记录): of whom, when, what for."""

    county = models.CharField("行政区划代码", max_length=6)
    at = models.DateTimeField("时间")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="查阅人")
    subject = models.CharField("查阅对象", max_length=120)
    purpose = models.CharField("用途", max_length=300)

    objects = LogQuerySet.as_manager()

    class Meta:
        """Listed by time; searched by account and by subject."""

        verbose_name = "查阅记录"
        verbose_name_plural = "查阅记录"
        indexes: ClassVar = [
            models.Index(fields=["county", "at", "id"], name="read_by_time"),
            models.Index(fields=["county", "account", "at", "id"], name="read_by_account"),
            models.Index(fields=["county", "subject", "at", "id"], name="read_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}：{self.purpose}"


class StoredRefusal(models.Model):
    """Somebody was refused something (拒绝记录); nobody stands for a visitor who had not signed in."""

    county = models.CharField("行政区划代码", max_length=6)
    at = models.DateTimeField("时间")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="被拒绝的人"
    )
    what = models.CharField("所请求的事", max_length=500)

    objects = LogQuerySet.as_manager()

    class Meta:
        """Listed by time; searched by account."""

        verbose_name = "拒绝记录"
        verbose_name_plural = "拒绝记录"
        indexes: ClassVar = [
            models.Index(fields=["county", "at", "id"], name="refusal_by_time"),
            models.Index(fields=["county", "account", "at", "id"], name="refusal_by_account"),
        ]

    def __str__(self) -> str:
        return self.what

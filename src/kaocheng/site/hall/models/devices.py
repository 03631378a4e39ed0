"""Rows of devices (设备): kiosks and displays that run unattended under a token of their own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kaocheng.site.hall.models.places import StoredHall, StoredZone


class StoredDevice(models.Model):
    """A device of the hall (大厅设备); the token itself is not kept, only its digest."""

    KINDS: ClassVar = [("kiosk", "自助取号机"), ("display", "叫号显示屏")]

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("设备编号", max_length=40)
    hall = models.ForeignKey(
        StoredHall, models.PROTECT, related_name="devices", verbose_name="大厅"
    )
    zone = models.ForeignKey(
        StoredZone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="devices",
        verbose_name="功能区",
    )
    kind = models.CharField("类型", max_length=8, choices=KINDS)
    name = models.CharField("名称", max_length=60)
    per_minute = models.PositiveSmallIntegerField("每分钟最多请求", default=120)
    digest = models.CharField("令牌摘要", max_length=64, blank=True)
    issued_by = models.CharField("发放人", max_length=150, blank=True)
    issued_at = models.DateTimeField("发放时间", null=True, blank=True)
    revoked_at = models.DateTimeField("收回时间", null=True, blank=True)

    class Meta:
        """One number once a county."""

        verbose_name = "大厅设备"
        verbose_name_plural = "大厅设备"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="device_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["digest"], name="device_by_token")]

    def __str__(self) -> str:
        return self.name

"""Rows of rating devices (窗口评价器)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StoredRatingDevice(models.Model):
    """A rating device at a window (窗口评价器); the token is not kept, only its digest."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("设备编号", max_length=40)
    window = models.CharField("窗口编号", max_length=40)
    digest = models.CharField("令牌摘要", max_length=64, blank=True)
    issued_by = models.CharField("发放人", max_length=150)
    issued_at = models.DateTimeField("发放时间")
    revoked_at = models.DateTimeField("停用时间", null=True, blank=True)
    seen_at = models.DateTimeField("最近连线", null=True, blank=True)

    class Meta:
        """One number once a county; one working device a window."""

        verbose_name = "窗口评价器"
        verbose_name_plural = "窗口评价器"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="rating_device_once"),
            models.UniqueConstraint(
                fields=["county", "window"],
                condition=models.Q(revoked_at__isnull=True),
                name="rating_device_window",
            ),
            models.UniqueConstraint(
                fields=["county", "digest"],
                condition=~models.Q(digest=""),
                name="rating_device_token",
            ),
        ]

    def __str__(self) -> str:
        return self.number

"""Rows of supervision (监督): statistics somebody has saved under a name."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class StoredStatistic(models.Model):
    """A page of supervision with its filter, found again under a name (保存的统计); its owner's alone."""

    county = models.CharField("行政区划代码", max_length=6)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="statistics", verbose_name="保存人"
    )
    name = models.CharField("名称", max_length=40)
    address = models.CharField("网址", max_length=500)
    saved_at = models.DateTimeField("保存时间")

    class Meta:
        """A name stands once with its owner."""

        verbose_name = "保存的统计"
        verbose_name_plural = "保存的统计"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "account", "name"], name="statistic_name")
        ]

    def __str__(self) -> str:
        return self.name

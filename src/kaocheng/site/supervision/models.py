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


class StoredRuling(models.Model):
    """Points of a month's assessment set by hand, or an objection to them (考核认定、异议); never changed once decided.

    `objection` is "" where the supervisor set points unasked (抽查打分、更正); `points` is null while nobody has
    decided, and where the objection was not upheld.
    """

    county = models.CharField("行政区划代码", max_length=6)
    month = models.DateField("考核月份（首日）")
    kind = models.CharField("考核对象", max_length=8)
    subject = models.CharField("账号或窗口编号", max_length=150)
    rule = models.CharField("考核项目", max_length=40)
    objection = models.CharField("异议", max_length=400, blank=True)
    raised_by = models.CharField("提出人", max_length=150, blank=True)
    raised_at = models.DateTimeField("提出时间", null=True)
    points = models.DecimalField("认定得分", max_digits=5, decimal_places=2, null=True)
    reason = models.CharField("理由", max_length=400, blank=True)
    decided_by = models.CharField("认定人", max_length=150, blank=True)
    decided_at = models.DateTimeField("认定时间", null=True)

    class Meta:
        """Found by month and subject; one open objection a line."""

        verbose_name = "考核认定"
        verbose_name_plural = "考核认定"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "month", "kind", "subject", "rule"],
                condition=models.Q(decided_at__isnull=True),
                name="ruling_open_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "month", "kind", "subject"], name="ruling_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.subject} {self.rule}"

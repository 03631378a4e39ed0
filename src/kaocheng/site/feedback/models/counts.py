"""Rows of counts (计数): how many ratings and invitations of each kind a month has, so that figures cost no scan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StoredCount(models.Model):
    """So many of one kind in a month (月度计数), raised and lowered with each rating and invitation.

    `subject` is what is counted (ratings, invitations); `field` and `key` about whom: "" for the county, a
    window, a department, an item, or whom they rate (with the department after a slash).
    """

    county = models.CharField("行政区划代码", max_length=6)
    month = models.CharField("月份", max_length=7)
    subject = models.CharField("对象", max_length=12)
    field = models.CharField("分组", max_length=8, blank=True)
    key = models.CharField("分组编号", max_length=200, blank=True)
    level = models.CharField("等级", max_length=20, blank=True)
    origin = models.CharField("来源", max_length=4, blank=True)
    standing = models.CharField("效力或状态", max_length=4, blank=True)
    times = models.IntegerField("条数")

    class Meta:
        """One row a kind; the county, the group and the month find it."""

        verbose_name = "月度计数"
        verbose_name_plural = "月度计数"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=[
                    "county", "subject", "field", "key", "month", "level", "origin", "standing",
                ],
                name="rating_count_once",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(fields=["county", "subject", "field", "month"], name="rating_count_month"),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.subject} {self.field} {self.key}: {self.times}"

"""Rows of the county's own values of local rules (本地规则取值)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kaocheng.feedback.localrules import LocalValue, local_rules


class StoredLocalValue(models.Model):
    """A value the county has set from a day on (规则取值); it is never changed, a later one replaces it."""

    county = models.CharField("行政区划代码", max_length=6)
    key = models.CharField("规则", max_length=40)
    since = models.DateField("起用日")
    value = models.CharField("取值", max_length=40)
    basis = models.CharField("依据", max_length=200)
    set_by = models.CharField("设定人", max_length=150)
    set_at = models.DateTimeField("设定时间")

    class Meta:
        """A rule changes once a day."""

        verbose_name = "本地规则取值"
        verbose_name_plural = "本地规则取值"
        ordering: ClassVar = ["county", "key", "-since"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "key", "since"], name="local_value_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.since} {self.value}"

    def record(self) -> LocalValue | None:
        """As the core knows it; None for a rule there is no longer."""
        rule = local_rules().get(self.key)
        return LocalValue(self.key, self.since, rule.read(self.value), self.basis) if rule else None

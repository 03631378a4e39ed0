"""Rows of themes (一件事主题) and of the cases opened under them (联办件)."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

from kaocheng.catalogue.themes.encoding import decoded
from kaocheng.catalogue.themes.records import Theme, ThemeState
from kaocheng.site.themes.querysets import ThemeCaseQuerySet, ThemeQuerySet


class StoredTheme(models.Model):
    """A theme (主题): `facts` is the record, the columns are what lists show and filter by."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("主题编号", max_length=40)
    name = models.CharField("主题名称", max_length=120)
    audience = models.CharField("服务对象", max_length=8)
    lead = models.CharField("牵头单位", max_length=40, blank=True)
    listed = models.CharField("清单编号", max_length=60, blank=True)
    state = models.CharField("状态", max_length=4, choices=[(s.value, s.value) for s in ThemeState])
    facts = models.TextField("主题记录")
    serial = models.PositiveIntegerField("改动次数", default=0)
    changed_at = models.DateTimeField("变动时间")

    objects = ThemeQuerySet.as_manager()

    class Meta:
        """A number once a county."""

        verbose_name = "一件事主题"
        verbose_name_plural = "一件事主题"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="theme_number")
        ]
        indexes: ClassVar = [models.Index(fields=["county", "state", "name"], name="theme_state")]

    def record(self) -> Theme:
        """The value of this row."""
        return decoded(json.loads(self.facts))


class StoredThemeCase(models.Model):
    """What was applied for as one thing (联办件): the cases stand under its number as their `parent`.

    `plan` holds, item by item, stage, answers, materials and the number of the case once it is opened;
    `values` is the one form, sealed, for it holds personal data. `due_on` is the joint limit.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("联办件编号", max_length=40)
    theme = models.CharField("主题编号", max_length=40)
    theme_name = models.CharField("主题名称", max_length=120)
    theme_serial = models.PositiveIntegerField("主题改动次数")
    applicant = models.CharField("申请人编号", max_length=24)
    channel = models.CharField("渠道", max_length=8)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    plan = models.TextField("联办计划")
    values = models.TextField("表单（加密）", blank=True)
    days = models.PositiveIntegerField("联办时限（工作日）")
    due_on = models.DateField("联办到期日", null=True)
    opened_at = models.DateTimeField("登记时间")
    opened_by = models.CharField("登记人", max_length=150)
    closed_at = models.DateTimeField("全部办结时间", null=True)

    objects = ThemeCaseQuerySet.as_manager()

    class Meta:
        """A number once a county."""

        verbose_name = "联办件"
        verbose_name_plural = "联办件"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="theme_case_number")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "opened_at", "id"], name="theme_case_opened"),
            models.Index(fields=["county", "applicant"], name="theme_case_applicant"),
        ]

    @property
    def place(self) -> str:
        """Where the form stands, to which its seal is bound."""
        return f"{self.county}/{self.number}/form"

    def planned(self) -> list[dict[str, Any]]:
        """The plan, a mapping an item."""
        found: list[dict[str, Any]] = json.loads(self.plan)
        return found

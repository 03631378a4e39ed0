"""Rows of the law (法定数据): notices and local values, entered on the site and approved by a second person."""

from __future__ import annotations

import tomllib
from typing import ClassVar

from django.db import models

from kaocheng.kernel.workdays import Notice
from kaocheng.law.calendar import notice_from
from kaocheng.law.figures import Dated, standing_values


class NoticeState(models.TextChoices):
    """How far a notice is (通知状态)."""

    PROPOSED = "proposed", "待批准"
    APPROVED = "approved", "已生效"
    REJECTED = "rejected", "未批准"


class StoredNotice(models.Model):
    """A holiday notice entered on the site (放假安排通知).

    `text` is the TOML as entered, in the form of `law/calendar/<year>.toml`; `effect` tells, as JSON, which
    cases moved when it was approved. Nothing is overwritten: a later notice of the same year stands beside it.
    """

    year = models.PositiveSmallIntegerField("年份")
    title = models.CharField("通知名称", max_length=200)
    document = models.CharField("文号", max_length=60, blank=True)
    issued = models.DateField("成文日期", null=True, blank=True)
    text = models.TextField("内容")
    state = models.CharField("状态", max_length=10, choices=NoticeState.choices)
    proposed_by = models.CharField("录入人", max_length=150)
    proposed_at = models.DateTimeField("录入时间")
    decided_by = models.CharField("批准人", max_length=150, blank=True)
    decided_at = models.DateTimeField("批准时间", null=True, blank=True)
    remark = models.CharField("意见", max_length=300, blank=True)
    effect = models.TextField("影响", blank=True)

    class Meta:
        """Listed newest first; found by state when the calendar is built; two people decide."""

        verbose_name = "放假安排通知"
        verbose_name_plural = "放假安排通知"
        indexes: ClassVar = [
            models.Index(fields=["state", "decided_at", "id"], name="notice_state")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="notice_two_people",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def as_notices(self) -> tuple[Notice, ...]:
        """The values of the notices in the text."""
        data = tomllib.loads(self.text)
        return tuple(notice_from(data["year"], raw) for raw in data["notice"])


class StoredFigure(models.Model):
    """A local figure as a county has set it from a day on (本地取值).

    It counts from `since` on, a day after its approval; nothing is overwritten, the next one is another row.
    """

    county = models.CharField("县级行政区划代码", max_length=6)
    name = models.CharField("名称", max_length=60)
    value = models.PositiveIntegerField("取值")
    since = models.DateField("起用日")
    document = models.CharField("文号", max_length=60)
    basis = models.CharField("依据", max_length=200)
    state = models.CharField("状态", max_length=10, choices=NoticeState.choices)
    proposed_by = models.CharField("录入人", max_length=150)
    proposed_at = models.DateTimeField("录入时间")
    decided_by = models.CharField("批准人", max_length=150, blank=True)
    decided_at = models.DateTimeField("批准时间", null=True, blank=True)
    remark = models.CharField("意见", max_length=300, blank=True)

    class Meta:
        """Found by county and state; two people decide; one value a day."""

        verbose_name = "本地取值"
        verbose_name_plural = "本地取值"
        indexes: ClassVar = [models.Index(fields=["county", "state", "since"], name="figure_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="figure_two_people",
            ),
            models.UniqueConstraint(
                fields=["county", "name", "since"],
                condition=models.Q(state=NoticeState.APPROVED),
                name="figure_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}：{self.value}{self.unit}"

    @property
    def title(self) -> str:
        """What the figure is called."""
        return standing_values(self.name)[-1].title

    @property
    def unit(self) -> str:
        """The unit of the figure; a county changes the amount only."""
        return standing_values(self.name)[-1].unit

    def as_dated(self) -> Dated:
        """The value as the law's lookup gives it."""
        bundled = standing_values(self.name)[-1]
        return Dated(
            self.name, bundled.title, self.since, self.value, bundled.unit,
            f"{self.basis}（{self.document}）", group=bundled.group, local=True,
        )  # fmt: skip

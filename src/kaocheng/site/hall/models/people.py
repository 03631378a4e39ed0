"""Rows of people (人员): staff, shifts, residency of departments, letters of authorisation."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Authorisation, Mode, Power, Residency
from kaocheng.hall.staff import Employment, Shift, Staff
from kaocheng.site.hall.models.places import StoredWindow


class StoredStaff(models.Model):
    """Somebody who works in the hall (大厅人员): how employed, by whom, for which department."""

    county = models.CharField("行政区划代码", max_length=6)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="hall_staff", verbose_name="账号"
    )
    employment = models.CharField(
        "用工性质", max_length=4, choices=[(kind.value, kind.value) for kind in Employment]
    )
    employer = models.CharField("用人单位", max_length=120)
    department = models.CharField("服务部门编码", max_length=40, blank=True)
    since = models.DateField("到岗日")
    until = models.DateField("离岗日", null=True, blank=True)

    class Meta:
        """A person works here once at a time."""

        verbose_name = "大厅人员"
        verbose_name_plural = "大厅人员"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "account"], condition=Q(until__isnull=True), name="staff_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["county", "department"], name="staff_by_unit")]

    def record(self) -> Staff:
        """As the core knows it; the account is told by its user name."""
        return Staff(
            self.account.get_username(),
            Employment(self.employment),
            self.employer,
            self.department,
            self.since,
            self.until,
        )


class StoredShift(models.Model):
    """Who sits at which window when (排班)."""

    county = models.CharField("行政区划代码", max_length=6)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="shifts", verbose_name="人员"
    )
    window = models.ForeignKey(
        StoredWindow, models.PROTECT, related_name="shifts", verbose_name="窗口"
    )
    role = models.CharField("岗位", max_length=24, choices=[(r.value, r.title) for r in Role])
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")

    class Meta:
        """A shift ends after it starts; overlaps are refused by the service."""

        verbose_name = "排班"
        verbose_name_plural = "排班"
        ordering: ClassVar = ["starts_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="shift_order"
            ),
            models.UniqueConstraint(
                fields=["county", "window", "starts_at"], name="shift_window_once"
            ),
            models.UniqueConstraint(
                fields=["county", "account", "starts_at"], name="shift_person_once"
            ),
        ]

    def record(self) -> Shift:
        """As the core knows it, times in local time."""
        return Shift(
            self.account.get_username(),
            self.window.number,
            timezone.localtime(self.starts_at),
            timezone.localtime(self.ends_at),
            self.role,
        )


class StoredResidency(models.Model):
    """A department's residency (部门进驻); `excused` maps an item left outside to the reason."""

    county = models.CharField("行政区划代码", max_length=6)
    department = models.CharField("部门编码", max_length=40)
    name = models.CharField("部门名称", max_length=120)
    mode = models.CharField("进驻方式", max_length=8, choices=[(m.value, m.value) for m in Mode])
    since = models.DateField("进驻日期")
    until = models.DateField("退出日期", null=True, blank=True)
    due = models.JSONField("应进驻事项", default=list, blank=True)
    items = models.JSONField("已进驻事项", default=list, blank=True)
    excused = models.JSONField("不进驻事项及理由", default=dict, blank=True)

    class Meta:
        """A department is resident once at a time."""

        verbose_name = "部门进驻"
        verbose_name_plural = "部门进驻"
        ordering: ClassVar = ["county", "department"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "department"],
                condition=Q(until__isnull=True),
                name="residency_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def record(self, staff: tuple[str, ...]) -> Residency:
        """As the core knows it, with the user names of the people sent."""
        return Residency(
            self.department,
            self.name,
            Mode(self.mode),
            self.since,
            self.until,
            tuple(self.due),
            tuple(self.items),
            tuple(self.excused),
            staff,
        )


class AuthorisationQuerySet(models.QuerySet["StoredAuthorisation"]):
    """Questions to the letters (授权书查询)."""

    def in_force(self, county: str, day: date) -> AuthorisationQuerySet:
        """Those that hold on a day."""
        return (
            self.filter(county=county, since__lte=day)
            .filter(Q(until__isnull=True) | Q(until__gte=day))
            .filter(Q(revoked_on__isnull=True) | Q(revoked_on__gt=day))
        )


class StoredAuthorisation(models.Model):
    """A letter of authorisation (授权书)."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("授权书文号", max_length=60)
    department = models.CharField("部门编码", max_length=40)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="authorisations",
        verbose_name="被授权人",
    )
    items = models.JSONField("授权事项", default=list)
    powers = models.JSONField("授权内容", default=list)
    since = models.DateField("生效日期")
    until = models.DateField("截止日期", null=True, blank=True)
    revoked_on = models.DateField("收回日期", null=True, blank=True)
    revoke_cause = models.CharField("收回原因", max_length=200, blank=True)

    objects = AuthorisationQuerySet.as_manager()

    class Meta:
        """One number once a county."""

        verbose_name = "授权书"
        verbose_name_plural = "授权书"
        ordering: ClassVar = ["county", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="authorisation_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "department"], name="authorisation_by_unit")
        ]

    def __str__(self) -> str:
        return self.number

    def record(self) -> Authorisation:
        """As the core knows it."""
        return Authorisation(
            self.number,
            self.department,
            self.account.get_username(),
            tuple(self.items),
            tuple(Power(power) for power in self.powers),
            self.since,
            self.until,
            self.revoked_on,
        )

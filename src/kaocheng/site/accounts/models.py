"""Rows of people who sign in (账号), the posts they hold (任职), and the passwords they have used."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kaocheng.hall.posts import Role


class AccountQuerySet(models.QuerySet["Account"]):
    """Questions to the accounts (账号查询)."""

    def visible_to(self, account: Account) -> AccountQuerySet:
        """Whom this account may manage: everybody, or the staff of its own department, or nobody."""
        here = self.filter(county=account.county)
        if Role.SYSTEM_MANAGER in account.roles:
            return here
        if Role.DEPARTMENT_MANAGER in account.roles and account.unit:
            return here.filter(unit=account.unit)
        return self.none()

    def holding(self, role: str, day: date) -> AccountQuerySet:
        """Those who hold this role on this day."""
        held = StoredPost.objects.held_on(day).filter(account=OuterRef("pk"), role=role)
        return self.filter(Exists(held))


class AccountManager(UserManager["Account"].from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Makes accounts; with the questions of `AccountQuerySet`."""


class Account(AbstractUser):
    """Somebody who signs in (账号): a member of staff or an applicant.

    An applicant's `display_name` is the name signed in with: who that is stands with the applicants.
    """

    county = models.CharField("行政区划代码", max_length=6)
    display_name = models.CharField("姓名", max_length=80)
    unit = models.CharField("部门编码", max_length=40, blank=True)
    must_change_password = models.BooleanField("须修改密码", default=False)
    password_changed_at = models.DateTimeField("密码修改时间", null=True, blank=True)

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        """Names for people; listed by unit and name."""

        verbose_name = "账号"
        verbose_name_plural = "账号"
        indexes: ClassVar = [
            models.Index(fields=["county", "unit", "username"], name="account_of_unit")
        ]

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of the posts held today (现任岗位的角色)."""
        if not hasattr(self, "_roles"):
            held = self.posts.held_on(timezone.localdate())
            self._roles = frozenset(Role(role) for role in held.values_list("role", flat=True))
        return self._roles


class PostQuerySet(models.QuerySet["StoredPost"]):
    """Questions to the posts (任职查询)."""

    def held_on(self, day: object) -> PostQuerySet:
        """Posts that are held on this day (当日在任)."""
        return self.filter(since__lte=day).exclude(until__lt=day)


class StoredPost(models.Model):
    """A post held by a person (任职): role, department, window, from and until."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="posts", verbose_name="账号")
    role = models.CharField("角色", max_length=24, choices=[(r.value, r.title) for r in Role])
    unit = models.CharField("部门编码", max_length=40, blank=True)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    since = models.DateField("任职日")
    until = models.DateField("离任日", null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        """One holder holds one role once a place."""

        verbose_name = "任职"
        verbose_name_plural = "任职"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "role", "unit", "window", "since"], name="one_post_once"
            ),
        ]


class UsedPassword(models.Model):
    """A password an account has had (用过的密码), as its hash; the latest is the one in force."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="used_passwords")
    encoded = models.CharField("密码摘要", max_length=128)
    since = models.DateTimeField("启用时间")

    class Meta:
        """The latest first."""

        verbose_name = "用过的密码"
        verbose_name_plural = "用过的密码"
        ordering: ClassVar = ["-since", "-id"]

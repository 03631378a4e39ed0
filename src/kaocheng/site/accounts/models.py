"""Rows of people who sign in (账号) and the posts they hold (任职)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone

from kaocheng.hall.posts import Role


class Account(AbstractUser):
    """Somebody who signs in (账号): a member of staff or an applicant."""

    county = models.CharField("行政区划代码", max_length=6)
    display_name = models.CharField("姓名", max_length=80)
    unit = models.CharField("部门编码", max_length=40, blank=True)

    class Meta:
        """Names for people."""

        verbose_name = "账号"
        verbose_name_plural = "账号"

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
            )
        ]

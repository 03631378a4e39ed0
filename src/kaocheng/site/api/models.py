"""Rows of the API (接口): tokens of those who call it, and answers kept for calls that come twice."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models

from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account


class TokenQuerySet(models.QuerySet["StoredToken"]):
    """Questions to the tokens (令牌查询)."""

    def visible_to(self, account: Account) -> TokenQuerySet:
        """Those of the county, for its system managers (系统管理)."""
        here = self.filter(county=account.county)
        return here if Role.SYSTEM_MANAGER in account.roles else here.none()

    def in_force(self, at: datetime) -> TokenQuerySet:
        """Those that open something now."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at, account__is_active=True)


class StoredToken(models.Model):
    """A token (接口令牌): acts as its account until it ends; only its digest is kept.

    `used_at` is true to the hour: it is not written with every call.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("令牌编号", max_length=16)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="api_tokens", verbose_name="账号"
    )
    purpose = models.CharField("用途", max_length=120)
    digest = models.CharField("令牌摘要", max_length=64, unique=True)
    issued_at = models.DateTimeField("发放时间")
    issued_by = models.CharField("发放人", max_length=150)
    expires_at = models.DateTimeField("到期时间")
    revoked_at = models.DateTimeField("收回时间", null=True, blank=True)
    used_at = models.DateTimeField("最近使用", null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        """A number once a county."""

        verbose_name = "接口令牌"
        verbose_name_plural = "接口令牌"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="api_token_once")
        ]
        indexes: ClassVar = [models.Index(fields=["county", "issued_at", "id"], name="api_tokens")]

    def __str__(self) -> str:
        return self.number


class StoredAnswer(models.Model):
    """The answer to a call that may come twice (幂等应答), by caller and Idempotency-Key.

    `call` is the digest of all that was asked for; `body` is "" only inside the transaction that does it.
    """

    county = models.CharField("行政区划代码", max_length=6)
    caller = models.CharField("调用方", max_length=80)
    key = models.CharField("幂等键", max_length=80)
    call = models.CharField("请求摘要", max_length=64)
    body = models.TextField("应答", blank=True)
    at = models.DateTimeField("时间")

    class Meta:
        """A key once a caller."""

        verbose_name = "幂等应答"
        verbose_name_plural = "幂等应答"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "caller", "key"], name="api_answer_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "caller", "at"], name="api_answers_of_caller")
        ]

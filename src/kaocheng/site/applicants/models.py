"""Rows of people and bodies that apply (申请人), the only place of their personal data.

Numbers, phones and addresses are sealed (`sealing`); keyed digests stand beside them to search by.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from kaocheng.hall.posts import Role
from kaocheng.site.applicants.identities import masked_name
from kaocheng.site.applicants.kinds import applicant_kinds, purposes

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account

_READERS = frozenset[Role]().union(*(purpose.roles for purpose in purposes().values()))


class ApplicantQuerySet(models.QuerySet["StoredApplicant"]):
    """Questions to the applicants (申请人查询)."""

    def of(self, county: str) -> ApplicantQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> ApplicantQuerySet:
        """What an account may open: staff of the county by role, an applicant only itself.

        An applicant also opens whom it stands for under a mandate (代办) that has not been revoked.
        """
        here = self.of(account.county)
        if account.roles & _READERS:
            return here
        own = models.Q(account=account)
        held = StoredMandate.objects.proven().filter(
            agent__account=account, revoked_at__isnull=True
        )
        return here.filter(own | models.Q(pk__in=held.values("principal")))

    def claimed(self) -> ApplicantQuerySet:
        """Those an account says it is, of which nobody has seen a paper (网上自行登记、未核验)."""
        return self.filter(account__isnull=False, verified_at__isnull=True)

    def own_of(self, account: Account) -> ApplicantQuerySet:
        """The one this account is known to be, and those it stands for (已核验的本人及委托人)."""
        seen = self.visible_to(account)
        return seen.exclude(account=account, verified_at__isnull=True)


class StoredApplicant(models.Model):
    """A person or body that applies (申请人); `number` stands for it everywhere else."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("申请人编号", max_length=24)
    kind = models.CharField("类型", max_length=24)
    name = models.CharField("姓名（名称）", max_length=120)
    id_kind = models.CharField("证件类型", max_length=24)
    id_sealed = models.TextField("证件号码（加密）")
    id_digest = models.CharField("证件号码检索值", max_length=64)
    phone_sealed = models.TextField("联系电话（加密）", blank=True)
    phone_digest = models.CharField("联系电话检索值", max_length=64, blank=True)
    address_sealed = models.TextField("地址（加密）", blank=True)
    representative_sealed = models.TextField("法定代表人（加密）", blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="applicant",
        verbose_name="账号",
    )
    verified_at = models.DateTimeField("核验时间", null=True, blank=True)
    verified_by = models.CharField("核验方式", max_length=80, blank=True)
    registered_at = models.DateTimeField("登记时间")
    changed_at = models.DateTimeField("更新时间")
    changes = models.PositiveIntegerField("更新次数", default=0)

    objects = ApplicantQuerySet.as_manager()

    class Meta:
        """One paper, one applicant in a county."""

        verbose_name = "申请人"
        verbose_name_plural = "申请人"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="applicant_number"),
            models.UniqueConstraint(fields=["county", "id_kind", "id_digest"], name="applicant_id"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "phone_digest"], name="applicant_phone"),
            models.Index(fields=["county", "kind", "name"], name="applicant_name"),
        ]

    @property
    def claimed(self) -> bool:
        """Whether an account says it is this one and nobody has seen its paper (网上自行登记、未核验)."""
        return self.account_id is not None and self.verified_at is None

    @property
    def natural(self) -> bool:
        """Whether it is a human being (自然人)."""
        return applicant_kinds()[self.kind].natural

    @property
    def kind_name(self) -> str:
        """What the kind is called."""
        return applicant_kinds()[self.kind].name

    @property
    def masked_name(self) -> str:
        """The name for lists (脱敏姓名)."""
        return masked_name(self.name, natural=self.natural)

    def place(self, field: str) -> str:
        """Where a sealed field stands, to which its seal is bound."""
        return f"{self.county}/{self.number}/{field}"


def _proven(side: str) -> models.Q:
    own = models.Q(**{f"{side}__account__isnull": True})
    return own | models.Q(**{f"{side}__verified_at__isnull": False})


class MandateQuerySet(models.QuerySet["StoredMandate"]):
    """Questions to the mandates (委托查询)."""

    def proven(self) -> MandateQuerySet:
        """Those whose two sides are not merely what an account says it is (双方身份已核验)."""
        return self.filter(_proven("principal") & _proven("agent"))

    def in_force(self, on: date) -> MandateQuerySet:
        """Those between proven sides that hold on this day and have not been revoked."""
        held = self.proven().filter(since__lte=on, revoked_at__isnull=True)
        return held.exclude(until__lt=on)


class StoredMandate(models.Model):
    """A mandate (委托): who may act for whom, in which item or case, from when until when.

    `paper` is the number of the stored file of the 委托书; `scope` an item or case number, "" for all.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("委托编号", max_length=24)
    principal = models.ForeignKey(
        StoredApplicant, models.PROTECT, related_name="mandates", verbose_name="委托人"
    )
    agent = models.ForeignKey(
        StoredApplicant, models.PROTECT, related_name="agencies", verbose_name="受托人（代办人）"
    )
    scope = models.CharField("委托范围", max_length=64, blank=True)
    powers = models.CharField("委托权限", max_length=200, default="代为提交材料、接收文书")
    paper = models.CharField("委托书文件编号", max_length=64)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    granted_at = models.DateTimeField("登记时间")
    revoked_at = models.DateTimeField("撤销时间", null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        """Numbers are unique in the county."""

        verbose_name = "委托"
        verbose_name_plural = "委托"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="mandate_number")
        ]


class StoredConsent(models.Model):
    """That an applicant was told how its data are used (个人信息告知), in which version, by whom."""

    county = models.CharField("行政区划代码", max_length=6)
    applicant = models.ForeignKey(
        StoredApplicant, models.PROTECT, related_name="consents", verbose_name="申请人"
    )
    version = models.CharField("告知版本", max_length=24)
    channel = models.CharField("渠道", max_length=24)
    given_at = models.DateTimeField("时间")

    class Meta:
        """Told once a version."""

        verbose_name = "个人信息告知"
        verbose_name_plural = "个人信息告知"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "applicant", "version"], name="consent_once")
        ]

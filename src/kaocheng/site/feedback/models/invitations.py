"""Rows of invitations to rate (评价邀请)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from django.db import models

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.measures import Condition
from kaocheng.feedback.records import Invitation, Invited
from kaocheng.site.feedback.reach import meets, reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account


class InvitationQuerySet(models.QuerySet["StoredInvitation"]):
    """Questions to the invitations of one county."""

    def of(self, county: str) -> InvitationQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> InvitationQuerySet:
        """What an account may see: never those to rate itself."""
        return self.of(account.county).filter(reach_of(account))

    def within(self, first: str, last: str) -> InvitationQuerySet:
        """Those of the months first to last, both included."""
        return self.filter(month__range=(first, last))

    def where(self, conditions: Iterable[Condition]) -> InvitationQuerySet:
        """Those that meet the conditions of a measure."""
        return self.filter(meets(conditions))

    def open_at(self, at: datetime) -> InvitationQuerySet:
        """Those that may still be used (待评价且未过期)."""
        return self.filter(state=Invited.OPEN.value, expires_at__gt=at)

    def pushed_to(self, window: str, since: datetime) -> InvitationQuerySet:
        """What was pushed to the device of a window since then, the latest first."""
        here = self.filter(window=window, channel=RatingChannel.WINDOW_DEVICE.value)
        return here.filter(pushed_at__gt=since).order_by("-pushed_at", "-id")

    def to_default(self, at: datetime) -> InvitationQuerySet:
        """Open ones whose day for a default rating has come (到期应记默认), the oldest first."""
        return self.filter(state=Invited.OPEN.value, default_at__lte=at).order_by(
            "default_at", "id"
        )

    def to_expire(self, at: datetime) -> InvitationQuerySet:
        """Open ones that have run out (到期), the oldest first."""
        return self.filter(state=Invited.OPEN.value, expires_at__lte=at).order_by(
            "expires_at", "id"
        )


class StoredInvitation(models.Model):
    """An invitation (评价邀请). Its number is also the rating's and the bad rating's.

    `nonce` is one half of the token, the other is made with the site's key: whoever reads the table
    cannot rate. `rater` is the applicant's number, "" for an unnamed rater; `subject` the words the rater
    is shown; `default_at` when a default rating falls due, null where none is to be written.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("评价编号", max_length=32)
    case = models.CharField("办件编号", max_length=50)
    service = models.CharField("服务环节", max_length=40)
    occasion = models.CharField("评价对应的环节", max_length=40)
    channel = models.CharField(
        "渠道", max_length=16, choices=[(c.value, c.title) for c in RatingChannel]
    )
    state = models.CharField("状态", max_length=8, choices=[(s.value, s.value) for s in Invited])
    subject = models.CharField("服务名称", max_length=120, blank=True)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    unit = models.CharField("部门编码", max_length=40, blank=True)
    item = models.CharField("事项编号", max_length=80, blank=True)
    rated = models.CharField("被评价人", max_length=150, blank=True)
    rater = models.CharField("申请人编号", max_length=48, blank=True)
    invited_by = models.CharField("发起人", max_length=150)
    invited_at = models.DateTimeField("邀请时间")
    closed_at = models.DateTimeField("服务结束时间")
    pushed_at = models.DateTimeField("推送时间")
    expires_at = models.DateTimeField("失效时间")
    default_at = models.DateTimeField("应记默认评价的时间", null=True, blank=True)
    month = models.CharField("月份", max_length=7)
    nonce = models.CharField("随机数", max_length=32)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        """One invitation an occasion of a case: 现场一次一评，网上一事一评."""

        verbose_name = "评价邀请"
        verbose_name_plural = "评价邀请"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="invitation_number"),
            models.UniqueConstraint(fields=["county", "nonce"], name="invitation_nonce"),
            models.UniqueConstraint(
                fields=["county", "case", "occasion"], name="invitation_occasion"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "window", "-pushed_at"], name="invitation_pushed"),
            models.Index(
                fields=["county", "expires_at"],
                condition=models.Q(state=Invited.OPEN.value),
                name="invitation_open",
            ),
            models.Index(
                fields=["county", "default_at"],
                condition=models.Q(state=Invited.OPEN.value, default_at__isnull=False),
                name="invitation_default",
            ),
            models.Index(fields=["county", "month", "state"], name="invitation_month"),
        ]

    def __str__(self) -> str:
        return self.number

    def record(self) -> Invitation:
        """As the core knows it."""
        return Invitation(
            self.number, self.county, self.case, self.service, self.occasion,
            RatingChannel(self.channel), Invited(self.state), self.invited_at, self.expires_at,
            self.closed_at, self.window, self.unit, self.item, self.rated,
        )  # fmt: skip

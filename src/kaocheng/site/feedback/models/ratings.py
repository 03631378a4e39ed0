"""Rows of ratings (评价)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Count

from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.feedback.measures import Condition
from kaocheng.feedback.records import Origin, Rating, Standing
from kaocheng.site.feedback.models.invitations import StoredInvitation
from kaocheng.site.feedback.reach import meets, reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account

_GROUPED = ("level", "origin", "standing")


class RatingQuerySet(models.QuerySet["StoredRating"]):
    """Questions to the ratings of one county."""

    def of(self, county: str) -> RatingQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> RatingQuerySet:
        """What an account may see: never ratings of itself (被评价人看不到是谁评的)."""
        return self.of(account.county).filter(reach_of(account))

    def within(self, first: str, last: str) -> RatingQuerySet:
        """Those of the months first to last, both included (“2026-01”)."""
        return self.filter(month__range=(first, last))

    def where(self, conditions: Iterable[Condition]) -> RatingQuerySet:
        """Those that meet the conditions of a measure."""
        return self.filter(meets(conditions))

    def grouped(self, *fields: str) -> Iterator[tuple[tuple[str, ...], StoredRating, int]]:
        """How many there are of each kind that measures tell apart, by further fields."""
        rows = self.order_by().values_list(*fields, *_GROUPED).annotate(times=Count("id"))
        for *named, level, origin, standing, times in rows.iterator():
            yield tuple(named), StoredRating(level=level, origin=origin, standing=standing), times

    def records(self) -> Iterator[Rating]:
        """As the core knows them, read as columns."""
        fields = Rating.__slots__
        for row in self.values_list(*fields).iterator():
            told = dict(zip(fields, row, strict=True))
            yield Rating(
                **told
                | {
                    "channel": RatingChannel(told["channel"]),
                    "level": Level(told["level"]),
                    "origin": Origin(told["origin"]),
                    "standing": Standing(told["standing"]),
                }
            )


class StoredRating(models.Model):
    """A rating (评价). At most one active and one default an occasion of a case.

    `text` is kept with personal data masked; `month` is the month in local time; `named` tells whether the
    rater is known (实名); who that is stands with the invitation.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("评价编号", max_length=34)
    invitation = models.ForeignKey(
        StoredInvitation, models.PROTECT, related_name="ratings", verbose_name="邀请"
    )
    case = models.CharField("办件编号", max_length=50)
    service = models.CharField("服务环节", max_length=40)
    occasion = models.CharField("评价对应的环节", max_length=40)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    unit = models.CharField("部门编码", max_length=40, blank=True)
    item = models.CharField("事项编号", max_length=80, blank=True)
    rated = models.CharField("被评价人", max_length=150, blank=True)
    channel = models.CharField(
        "渠道", max_length=16, choices=[(c.value, c.title) for c in RatingChannel]
    )
    level = models.CharField("等级", max_length=20, choices=[(x.value, x.title) for x in Level])
    origin = models.CharField("来源", max_length=4, choices=[(o.value, o.value) for o in Origin])
    standing = models.CharField(
        "效力", max_length=4, choices=[(s.value, s.value) for s in Standing]
    )
    named = models.BooleanField("实名", default=False)
    reasons = models.JSONField("原因", default=list, blank=True)
    reasons_version = models.PositiveSmallIntegerField("原因表版本", default=0)
    text = models.TextField("文字", blank=True)
    text_key = models.CharField("文字摘要", max_length=64, blank=True)
    text_length = models.PositiveSmallIntegerField("文字长度", default=0)
    device = models.CharField("设备", max_length=48, blank=True)
    rated_at = models.DateTimeField("评价时间")
    seconds = models.IntegerField("服务结束后秒数")
    month = models.CharField("月份", max_length=7)

    objects = RatingQuerySet.as_manager()

    class Meta:
        """Numbers once a county; one rating of a kind an occasion; indexes for months and windows."""

        verbose_name = "评价"
        verbose_name_plural = "评价"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="rating_number"),
            models.UniqueConstraint(
                fields=["county", "case", "occasion", "origin"], name="rating_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "rated_at", "id"], name="rating_time"),
            models.Index(
                fields=["county", "month", "standing", "origin", "level"], name="rating_month"
            ),
            models.Index(fields=["county", "window", "month"], name="rating_window"),
            models.Index(fields=["county", "unit", "rated_at", "id"], name="rating_unit"),
            models.Index(fields=["county", "rated", "month"], name="rating_rated"),
        ]

    def __str__(self) -> str:
        return self.number

    def record(self) -> Rating:
        """As the core knows it."""
        return Rating(
            self.number, self.county, self.case, self.service, RatingChannel(self.channel),
            Level(self.level), Origin(self.origin), Standing(self.standing), self.rated_at,
            self.seconds, self.window, self.unit, self.item, self.device, self.text_key,
            self.text_length,
        )  # fmt: skip

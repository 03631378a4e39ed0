"""Rows of bad ratings (差评工单)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from kaocheng.feedback.encoding import (
    decode_allowed,
    decode_ledgers,
    encode_allowed,
    encode_ledgers,
)
from kaocheng.feedback.records import BadRating, TicketState
from kaocheng.site.feedback.models.ratings import StoredRating
from kaocheng.site.feedback.reach import reach_of

if TYPE_CHECKING:
    from kaocheng.site.accounts.models import Account

_ENDED = (TicketState.CLOSED.value, TicketState.STRUCK.value)
_SAME = (
    "number", "county", "case", "opened_at", "named", "serial", "unit", "window", "rated", "handler",
    "appellant", "appealed", "asked_days", "asker", "extended", "reached", "missed", "refused",
    "closed_at",
)  # fmt: skip


class BadRatingQuerySet(models.QuerySet["StoredBadRating"]):
    """Questions to the bad ratings of one county."""

    def of(self, county: str) -> BadRatingQuerySet:
        """Those of a county (本县)."""
        return self.filter(county=county)

    def visible_to(self, account: Account) -> BadRatingQuerySet:
        """What an account may see: never those of ratings of itself."""
        return self.of(account.county).filter(reach_of(account))

    def open(self) -> BadRatingQuerySet:
        """Those that are not ended (在办), the oldest first."""
        return self.exclude(state__in=_ENDED).order_by("opened_at", "id")

    def held_by(self, account: Account) -> BadRatingQuerySet:
        """Open ones this account is to handle (我负责的)."""
        return self.open().filter(handler=account.get_username())


class StoredBadRating(models.Model):
    """A bad rating being dealt with (差评工单); `in_time` is noted when it is closed.

    Deadlines are read from `ledgers`, nothing of them is stored besides.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("评价编号", max_length=32)
    rating = models.OneToOneField(
        StoredRating, models.PROTECT, related_name="ticket", verbose_name="评价"
    )
    case = models.CharField("办件编号", max_length=50)
    unit = models.CharField("部门编码", max_length=40, blank=True)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    rated = models.CharField("被评价人", max_length=150, blank=True)
    named = models.BooleanField("实名", default=False)
    state = models.CharField(
        "状态", max_length=4, choices=[(s.value, s.value) for s in TicketState]
    )
    serial = models.PositiveIntegerField("事件数")
    handler = models.CharField("负责人", max_length=150, blank=True)
    before_review = models.CharField("申诉前状态", max_length=4, blank=True)
    appellant = models.CharField("申诉人", max_length=150, blank=True)
    appealed = models.BooleanField("申诉过", default=False)
    asked_days = models.PositiveSmallIntegerField("申请延期天数", null=True, blank=True)
    asker = models.CharField("延期申请人", max_length=150, blank=True)
    extended = models.BooleanField("已延期", default=False)
    reached = models.PositiveSmallIntegerField("联系上次数", default=0)
    missed = models.PositiveSmallIntegerField("未联系上次数", default=0)
    refused = models.PositiveSmallIntegerField("不认可次数", default=0)
    opened_at = models.DateTimeField("生成时间")
    closed_at = models.DateTimeField("终结时间", null=True, blank=True)
    in_time = models.BooleanField("按时办结", null=True, blank=True)
    month = models.CharField("月份", max_length=7)
    moved_by = models.CharField("最近经办人", max_length=150, blank=True)
    moved_at = models.DateTimeField("最近办理时间")
    allowed = models.JSONField("时限")
    ledgers = models.JSONField("时限台账")

    objects = BadRatingQuerySet.as_manager()

    class Meta:
        """Numbers once a county; indexes for the desk and for months."""

        verbose_name = "差评工单"
        verbose_name_plural = "差评工单"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="bad_rating_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "state", "opened_at", "id"], name="bad_rating_state"),
            models.Index(fields=["county", "month", "state"], name="bad_rating_month"),
            models.Index(fields=["county", "unit", "opened_at", "id"], name="bad_rating_unit"),
            models.Index(fields=["county", "opened_at", "id"], name="bad_rating_time"),
        ]

    def __str__(self) -> str:
        return self.number

    def record(self) -> BadRating:
        """As the core knows it."""
        same: dict[str, Any] = {name: getattr(self, name) for name in _SAME}
        return BadRating(
            **same,
            state=TicketState(self.state),
            before_review=TicketState(self.before_review) if self.before_review else None,
            allowed=decode_allowed(self.allowed),
            ledgers=decode_ledgers(self.ledgers),
        )

    def take_over(self, ticket: BadRating) -> None:
        """Take over what the core made of it."""
        for name in _SAME:
            setattr(self, name, getattr(ticket, name))
        self.state = ticket.state.value
        self.before_review = ticket.before_review.value if ticket.before_review else ""
        self.allowed = encode_allowed(ticket.allowed)
        self.ledgers = encode_ledgers(ticket.ledgers)

"""Rows of cases (办件): what lists filter and sort by in columns, the whole record beside it as JSON.

Columns that end in `_on` and `_by` are a cache of what the clocks say (时限缓存): they are written with
each move and written anew when a holiday notice changes, and no decision is taken on them.
"""

from __future__ import annotations

import json
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kaocheng.cases.encoding import decode_case
from kaocheng.cases.records import Case
from kaocheng.cases.states import Channel, State, TaskState, Verdict
from kaocheng.site.cases.querysets import AT_HAND, TO_ISSUE, CaseQuerySet, TaskQuerySet

_OPEN = Q(ended_at__isnull=True)


class StoredCase(models.Model):
    """A case (办件). `facts` is the record (`cases.encoding`), `serial` counts its events.

    `pinned` is the digest of the item version it was taken in under; `code` the tracking code (查询码).
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("办件编号", max_length=40)
    code = models.CharField("查询码", max_length=16)
    state_number = models.CharField("统一办件编号", max_length=50, blank=True)
    item = models.CharField("事项编号", max_length=80)
    item_name = models.CharField("事项名称", max_length=300)
    version = models.PositiveIntegerField("事项版本")
    pinned = models.CharField("版本摘要", max_length=64)
    applicant = models.CharField("申请人编号", max_length=24)
    channel = models.CharField("渠道", max_length=8, choices=[(c.value, c.value) for c in Channel])
    state = models.CharField("状态", max_length=8, choices=[(s.value, s.value) for s in State])
    unit = models.CharField("承办部门", max_length=40)
    decider_role = models.CharField("决定岗位", max_length=24)
    decider_unit = models.CharField("决定部门", max_length=40)
    hall = models.CharField("大厅编号", max_length=20, blank=True)
    window = models.CharField("窗口编号", max_length=40, blank=True)
    window_kind = models.CharField("窗口类型", max_length=24, blank=True)
    ticket = models.CharField("号票", max_length=40, blank=True)
    parent = models.CharField("一件事编号", max_length=40, blank=True)
    immediate = models.BooleanField("即办件", default=False)
    paused = models.BooleanField("特别程序中", default=False)
    owing = models.BooleanField("容缺未补", default=False)
    correcting = models.BooleanField("待更正材料", default=False)
    extended = models.BooleanField("已延期", default=False)
    # the defaults stand in the database: the columns are added to tables with millions of rows
    returning = models.BooleanField("待确认退件", db_default=False, default=False)
    offered_to = models.CharField(
        "拟接受决定权的部门", max_length=40, db_default="", default="", blank=True
    )
    asked_of = models.CharField(
        "待其批准延期", max_length=150, db_default="", default="", blank=True
    )
    received_at = models.DateTimeField("接件时间")
    told_at = models.DateTimeField("补正告知时间", null=True)
    accepted_at = models.DateTimeField("受理时间", null=True)
    accepted_by = models.CharField("受理人", max_length=150, blank=True)
    decided_at = models.DateTimeField("决定时间", null=True)
    verdict = models.CharField(
        "决定", max_length=8, blank=True, choices=[(v.value, v.value) for v in Verdict]
    )
    closed_at = models.DateTimeField("办结时间", null=True)
    delivered_at = models.DateTimeField("出件时间", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)
    due_on = models.DateField("承诺期满日", null=True)
    legal_due_on = models.DateField("法定期满日", null=True)
    answer_by = models.DateField("一次告知期满日", null=True)
    supply_by = models.DateField("补正期满日", null=True)
    owed_by = models.DateField("容缺期满日", null=True)
    check_by = models.DateField("承诺核查期满日", null=True)
    serve_by = models.DateField("送达期满日", null=True)
    special_by = models.DateField("特别程序期满日", null=True)
    renews_after = models.DateField("视为延续的界限日", null=True)
    claimed_until = models.DateField("原许可届满日（未核对）", null=True)
    used_days = models.PositiveIntegerField("办理工作日", null=True)
    late = models.BooleanField("超期办结", default=False)
    on_spot = models.BooleanField("当日办结", default=False)
    online = models.BooleanField("全程网办", default=False)
    visits = models.PositiveSmallIntegerField("跑动次数", default=0)
    moved_by = models.CharField("最近经办人", max_length=150)
    moved_at = models.DateTimeField("最近办理时间")
    last_move = models.CharField("最近动作", max_length=24)
    serial = models.PositiveIntegerField("事件数")
    facts = models.TextField("记录")

    objects = CaseQuerySet.as_manager()

    class Meta:
        """Numbers once a county; indexes for the desk (open cases only) and for lists by time."""

        verbose_name = "办件"
        verbose_name_plural = "办件"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="case_number"),
            models.UniqueConstraint(fields=["county", "code"], name="case_code"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "received_at", "id"], name="case_received"),
            models.Index(fields=["county", "item", "received_at", "id"], name="case_item"),
            models.Index(fields=["county", "applicant", "received_at", "id"], name="case_applicant"),
            models.Index(fields=["county", "hall", "received_at", "id"], name="case_hall"),
            models.Index(fields=["county", "accepted_at"], name="case_accepted"),
            models.Index(
                fields=["county", "closed_at", "late", "online", "used_days"], name="case_closed"
            ),
            models.Index(fields=["county", "state", "received_at", "id"], name="case_state"),
            models.Index(fields=["county", "channel", "received_at", "id"], name="case_channel"),
            models.Index(fields=["county", "ticket"], condition=~Q(ticket=""), name="case_ticket"),
            # 准予 stands on most cases, which any list finds soon; the others are few
            models.Index(
                fields=["county", "verdict", "received_at", "id"],
                condition=Q(verdict=Verdict.DENIED.value) | Q(verdict=Verdict.RENEWED.value),
                name="case_verdict",
            ),
            models.Index(
                fields=["county", "accepted_by", "received_at", "id"],
                condition=~Q(accepted_by=""),
                name="case_taker",
            ),
            models.Index(
                fields=["county", "state_number"],
                condition=~Q(state_number=""),
                name="case_state_number",
            ),
            models.Index(fields=["county", "parent"], condition=~Q(parent=""), name="case_parent"),
            # everything the board counts, so that counting reads no row
            models.Index(
                fields=["county", "state", "due_on", "paused", "owing", "answer_by", "told_at"],
                condition=_OPEN,
                name="case_open_state",
            ),
            models.Index(fields=["county", "due_on"], condition=_OPEN, name="case_open_due"),
            models.Index(
                fields=["county", "answer_by"],
                condition=_OPEN & Q(answer_by__isnull=False),
                name="case_open_answer",
            ),
            models.Index(
                fields=["county", "decider_unit", "decider_role", "due_on"],
                condition=Q(state=State.DECIDING.value),
                name="case_deciding",
            ),
            models.Index(fields=["county", "serve_by"], condition=TO_ISSUE, name="case_to_issue"),
            # what supervision watches besides the promised limit
            models.Index(fields=["county", "legal_due_on"], condition=_OPEN, name="case_open_legal"),
            models.Index(
                fields=["county", "accepted_at"],
                condition=_OPEN & Q(immediate=True),
                name="case_open_immediate",
            ),
            models.Index(
                fields=["county", "serve_by"],
                condition=Q(serve_by__isnull=False),
                name="case_serving",
            ),
            models.Index(
                fields=["county", "supply_by"],
                condition=Q(supply_by__isnull=False),
                name="case_supplying",
            ),
            models.Index(
                fields=["county", "moved_at"], condition=Q(last_move="urge"), name="case_urged"
            ),
            models.Index(
                fields=["county", "due_on"], condition=Q(correcting=True), name="case_correcting"
            ),
            models.Index(
                fields=["county", "owed_by"], condition=Q(owed_by__isnull=False), name="case_owed"
            ),
            models.Index(
                fields=["county", "check_by"], condition=Q(check_by__isnull=False), name="case_check"
            ),
            models.Index(
                fields=["county", "renews_after"],
                condition=_OPEN & Q(renews_after__isnull=False),
                name="case_open_renewal",
            ),
            models.Index(
                fields=["county", "claimed_until"],
                condition=_OPEN & Q(claimed_until__isnull=False),
                name="case_open_claimed",
            ),
            models.Index(
                fields=["county", "special_by"],
                condition=_OPEN & Q(special_by__isnull=False),
                name="case_open_special",
            ),
            # what waits for a second one
            models.Index(
                fields=["county", "received_at"], condition=Q(returning=True), name="case_returning"
            ),
            models.Index(
                fields=["county", "offered_to"], condition=~Q(offered_to=""), name="case_offered"
            ),
            models.Index(
                fields=["county", "asked_of"], condition=~Q(asked_of=""), name="case_asked"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number

    def record(self) -> Case:
        """The case as the core knows it."""
        return decode_case(json.loads(self.facts))


class StoredTask(models.Model):
    """A step being done for a case (办理环节), for the queues of departments; the record is the case's."""

    county = models.CharField("行政区划代码", max_length=6)
    case = models.ForeignKey(
        StoredCase, models.CASCADE, related_name="tasks", verbose_name="办件", db_index=False
    )
    key = models.CharField("环节标识", max_length=80)
    name = models.CharField("环节", max_length=120)
    role = models.CharField("角色", max_length=24)
    unit = models.CharField("部门编码", max_length=40)
    state = models.CharField("状态", max_length=8, choices=[(s.value, s.value) for s in TaskState])
    assignee = models.CharField("经办人", max_length=150, blank=True)
    opinion = models.CharField("意见", max_length=20, blank=True)
    round = models.PositiveSmallIntegerField("轮次", default=1)
    opened_at = models.DateTimeField("启动时间", null=True)
    due_on = models.DateField("环节期满日", null=True)
    done_at = models.DateTimeField("办毕时间", null=True)
    done_by = models.CharField("办理人", max_length=150, blank=True)
    late = models.BooleanField("超期办毕", default=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        """A step stands once in a case; the queue of a department holds what is at hand."""

        verbose_name = "办理环节"
        verbose_name_plural = "办理环节"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "case", "key"], name="task_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["county", "unit", "role", "due_on"], condition=AT_HAND, name="task_at_hand"
            ),
            models.Index(fields=["county", "unit", "done_at"], name="task_done"),
        ]

    def __str__(self) -> str:
        return self.name


class StoredPart(models.Model):
    """A department has a part in a case (部门参与): what a department may see, newest first.

    It repeats what a department's list is narrowed by and its board counted by, so that each is a stretch of one index.
    """

    county = models.CharField("行政区划代码", max_length=6)
    unit = models.CharField("部门编码", max_length=40)
    case = models.ForeignKey(
        StoredCase, models.CASCADE, related_name="parts", verbose_name="办件", db_index=False
    )
    received_at = models.DateTimeField("接件时间")
    # the default stands in the database: the columns are added to tables with millions of rows
    state = models.CharField("状态", max_length=8, db_default="")
    channel = models.CharField("渠道", max_length=8, db_default="")
    accepted_at = models.DateTimeField("受理时间", null=True)
    closed_at = models.DateTimeField("办结时间", null=True)

    class Meta:
        """A department stands once beside a case."""

        verbose_name = "部门参与"
        verbose_name_plural = "部门参与"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "case", "unit"], name="part_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "unit", "received_at", "case"], name="part_unit"),
            models.Index(fields=["county", "unit", "state", "received_at", "case"], name="part_state"),
            models.Index(fields=["county", "unit", "channel", "received_at", "case"], name="part_channel"),
            models.Index(
                fields=["county", "unit", "accepted_at", "case"],
                condition=Q(accepted_at__isnull=False),
                name="part_accepted",
            ),
            models.Index(
                fields=["county", "unit", "closed_at", "case"],
                condition=Q(closed_at__isnull=False),
                name="part_closed",
            ),
        ]  # fmt: skip


class StoredTraits(models.Model):
    """The traits of a case that has any (办件特征), for counting and for lists: `cases.traits` writes the words.

    A table of its own, for few cases have traits and few moves give one.
    """

    case = models.OneToOneField(
        StoredCase, models.CASCADE, primary_key=True, related_name="traits", verbose_name="办件"
    )
    county = models.CharField("行政区划代码", max_length=6)
    words = models.CharField("特征", max_length=80)

    class Meta:
        """Kept by the case."""

        verbose_name = "办件特征"
        verbose_name_plural = "办件特征"

    def __str__(self) -> str:
        return self.words


class StoredSerial(models.Model):
    """The last serial given on a day (当日顺序号)."""

    county = models.CharField("行政区划代码", max_length=6)
    day = models.DateField("日期")
    last = models.PositiveIntegerField("已用到")

    class Meta:
        """One counter a day."""

        verbose_name = "顺序号"
        verbose_name_plural = "顺序号"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "day"], name="serial_of_day")
        ]

"""Rows of the catalogue (事项目录): departments, items, their codes and versions, delegations."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from kaocheng.catalogue.numbers import NUMBER, WORDING
from kaocheng.catalogue.states import Standing, State
from kaocheng.site.catalogue.querysets import ItemQuerySet, VersionQuerySet


class StoredDepartment(models.Model):
    """A department or town of the county (实施主体, 办理主体): its code is what rows elsewhere hold."""

    county = models.CharField("行政区划代码", max_length=6)
    code = models.CharField("部门编码", max_length=40)
    name = models.CharField("名称", max_length=120)
    short = models.CharField("简称", max_length=40, blank=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    nature = models.CharField("实施主体性质", max_length=1, default="1")
    town = models.BooleanField("镇街", default=False)

    class Meta:
        """One code once a county."""

        verbose_name = "部门"
        verbose_name_plural = "部门"
        ordering: ClassVar = ["county", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "code"], name="department_once")
        ]

    def __str__(self) -> str:
        return self.short or self.name


class StoredItem(models.Model):
    """An item (政务服务事项): who holds it and how far its current round of work is.

    `unit` is the department that claimed it ("" before); `filler` the account that fills the draft;
    `serial` rises with every move, so that of two people at once only one succeeds.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField(
        "事项编号", max_length=40, validators=[RegexValidator(NUMBER, WORDING)]
    )
    name = models.CharField("事项名称", max_length=300)
    kind = models.CharField("事项类型", max_length=2)
    level = models.CharField("行使层级", max_length=1)
    source = models.CharField("目录来源", max_length=40, blank=True)
    unit = models.CharField("认领部门", max_length=40, blank=True)
    state = models.CharField("状态", max_length=4, choices=[(s.value, s.value) for s in State])
    filler = models.CharField("填报人", max_length=150, blank=True)
    note = models.CharField("说明", max_length=500, blank=True)
    serial = models.PositiveIntegerField("序号", default=0)
    changed_at = models.DateTimeField("变动时间")

    objects = ItemQuerySet.as_manager()

    class Meta:
        """One number once a county."""

        verbose_name = "事项"
        verbose_name_plural = "事项"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="item_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "state", "number"], name="item_by_state"),
            models.Index(fields=["county", "unit", "number"], name="item_by_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class StoredCode(models.Model):
    """A code an item carries (事项编码): any system's, as text; none is ever taken apart."""

    county = models.CharField("行政区划代码", max_length=6)
    item = models.ForeignKey(StoredItem, models.CASCADE, related_name="codes", verbose_name="事项")
    system = models.CharField("编码体系", max_length=40)
    code = models.CharField("编码", max_length=120)

    class Meta:
        """An item has a code once; two items may share one (业务办理项 of one 基本编码)."""

        verbose_name = "事项编码"
        verbose_name_plural = "事项编码"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "item", "system", "code"], name="item_code_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["county", "code"], name="item_by_code")]


class StoredVersion(models.Model):
    """A version of an item's implementing list (实施清单版本).

    The columns are what lists filter and sort by; what it says stands in its `StoredContent`, apart,
    so that a search through a hundred thousand rows is short. The validity that counts is
    `valid_from` and `valid_to` here: a successor ends it.
    """

    county = models.CharField("行政区划代码", max_length=6)
    item = models.ForeignKey(
        StoredItem, models.CASCADE, related_name="versions", verbose_name="事项"
    )
    number = models.CharField("事项编号", max_length=40)
    version = models.PositiveIntegerField("版本号")
    standing = models.CharField(
        "版本性质", max_length=3, choices=[(s.value, s.value) for s in Standing]
    )
    valid_from = models.DateField("生效日期", null=True, blank=True)
    valid_to = models.DateField("失效日期", null=True, blank=True)
    name = models.CharField("事项名称", max_length=300)
    kind = models.CharField("事项类型", max_length=2)
    level = models.CharField("行使层级", max_length=1)
    body = models.CharField("实施主体", max_length=40)
    handling_body = models.CharField("办理主体", max_length=40)
    immediate = models.BooleanField("即办件", default=False)
    online = models.BooleanField("网上可办", default=False)
    max_visits = models.PositiveSmallIntegerField("到现场次数", default=0)
    promised = models.CharField("承诺时限", max_length=20, blank=True)
    applicants = models.CharField("服务对象", max_length=40, blank=True)
    themes = models.CharField("主题", max_length=300, blank=True)
    search = models.TextField("检索文字", blank=True)
    digest = models.CharField("摘要值", max_length=64)
    reason = models.CharField("变更说明", max_length=500, blank=True)
    filled_by = models.CharField("填报人", max_length=1000, blank=True)
    published_by = models.CharField("发布人", max_length=150, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        """A number once an item, and one draft at a time."""

        verbose_name = "实施清单版本"
        verbose_name_plural = "实施清单版本"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number", "version"], name="version_once"),
            models.UniqueConstraint(
                fields=["county", "number"],
                condition=Q(standing=Standing.DRAFT.value),
                name="one_draft_an_item",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from"))
                | Q(standing=Standing.DISCARDED.value),
                name="version_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.PUBLISHED.value) | Q(valid_from__isnull=False),
                name="published_version_has_a_day",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "standing", "number"], name="version_in_force"),
            models.Index(fields=["county", "body", "standing"], name="version_by_body"),
            models.Index(fields=["county", "kind", "standing"], name="version_by_kind"),
        ]


class StoredContent(models.Model):
    """What a version says (实施清单内容): the canonical text of its `ItemVersion`."""

    version = models.OneToOneField(
        StoredVersion,
        models.CASCADE,
        primary_key=True,
        related_name="written",
        verbose_name="版本",
    )
    county = models.CharField("行政区划代码", max_length=6)
    text = models.TextField("内容")

    class Meta:
        """Names for people."""

        verbose_name = "实施清单内容"
        verbose_name_plural = "实施清单内容"


class StoredDelegation(models.Model):
    """An item handed down to a town (下沉): from, to, since, until, basis, and who ended it."""

    county = models.CharField("行政区划代码", max_length=6)
    item = models.CharField("事项编号", max_length=40)
    source = models.CharField("下放部门", max_length=40)
    target = models.CharField("承接镇街", max_length=40)
    since = models.DateField("起始日")
    until = models.DateField("终止日", null=True, blank=True)
    basis = models.CharField("依据", max_length=300)
    powers = models.CharField("权限", max_length=20, default="受理")

    class Meta:
        """One item begins in one town once a day."""

        verbose_name = "下沉"
        verbose_name_plural = "下沉"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "item", "target", "since"], name="delegation_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="delegation_ends_after_it_begins",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "target", "item"], name="delegation_by_town")
        ]


class StoredDirectory(models.Model):
    """A list that is kept and published (目录清单); `published` is its last published version, 0 before."""

    county = models.CharField("行政区划代码", max_length=6)
    kind = models.CharField("清单种类", max_length=20)
    title = models.CharField("名称", max_length=120)
    published = models.PositiveIntegerField("已发布版本", default=0)
    serial = models.PositiveIntegerField("序号", default=0)

    class Meta:
        """One list of a kind in a county."""

        verbose_name = "目录清单"
        verbose_name_plural = "目录清单"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "kind"], name="directory_once")
        ]

    def __str__(self) -> str:
        return self.title


class StoredOrder(models.Model):
    """An order that changed a list (清单调整); `content` is its canonical text."""

    county = models.CharField("行政区划代码", max_length=6)
    directory = models.ForeignKey(
        StoredDirectory, models.CASCADE, related_name="orders", verbose_name="目录清单"
    )
    serial = models.PositiveIntegerField("序号")
    version = models.PositiveIntegerField("版本号")
    content = models.TextField("内容")
    made_by = models.CharField("经办人", max_length=150)
    made_at = models.DateTimeField("时间")

    class Meta:
        """Orders of a list are counted."""

        verbose_name = "清单调整"
        verbose_name_plural = "清单调整"
        ordering: ClassVar = ["county", "directory", "serial"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "directory", "serial"], name="order_once")
        ]


class StoredEdition(models.Model):
    """A published version of a list (清单版本): when, by whom, on what basis, how many entries."""

    county = models.CharField("行政区划代码", max_length=6)
    directory = models.ForeignKey(
        StoredDirectory, models.CASCADE, related_name="editions", verbose_name="目录清单"
    )
    version = models.PositiveIntegerField("版本号")
    on = models.DateField("公布日期")
    basis = models.CharField("依据", max_length=300)
    entries = models.PositiveIntegerField("条目数")
    digest = models.CharField("摘要值", max_length=64)
    published_by = models.CharField("发布人", max_length=150)
    published_at = models.DateTimeField("发布时间")

    class Meta:
        """A version once a list."""

        verbose_name = "清单版本"
        verbose_name_plural = "清单版本"
        ordering: ClassVar = ["county", "directory", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "directory", "version"], name="edition_once")
        ]

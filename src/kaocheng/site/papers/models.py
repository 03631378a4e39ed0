"""Rows of papers (文书) and archives (档案); a case is known by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from kaocheng.cases.papers.kinds import PaperKind
from kaocheng.site.papers.querysets import ArchiveQuerySet, PaperQuerySet

if TYPE_CHECKING:
    from datetime import date


class StoredOffice(models.Model):
    """How a department signs its papers (发文机关): name, 机关代字, stamp, who reviews its decisions.

    `fonds` is its 全宗号 in the archives.
    """

    county = models.CharField("行政区划代码", max_length=6)
    unit = models.CharField("部门编码", max_length=40)
    name = models.CharField("机关名称", max_length=80)
    mark = models.CharField("机关代字", max_length=12)
    seal = models.CharField("专用印章名称", max_length=40, default="行政许可专用章")
    government = models.CharField("行政复议机关", max_length=80)
    court = models.CharField("行政诉讼管辖法院", max_length=80)
    address = models.CharField("联系地址", max_length=120, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    fonds = models.CharField("全宗号", max_length=12, blank=True)

    class Meta:
        """One department signs in one way; two never share a 机关代字."""

        verbose_name = "发文机关"
        verbose_name_plural = "发文机关"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "unit"], name="office_of_unit"),
            models.UniqueConstraint(fields=["county", "mark"], name="office_mark"),
        ]


class StoredSeries(models.Model):
    """The last serial of a series of numbers (文号序列): one a year for each 机关代字 and kind."""

    county = models.CharField("行政区划代码", max_length=6)
    mark = models.CharField("代字", max_length=40)
    year = models.PositiveSmallIntegerField("年")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        """A series exists once."""

        verbose_name = "文号序列"
        verbose_name_plural = "文号序列"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "mark", "year"], name="series_once")
        ]


class StoredCursor(models.Model):
    """How far a round has come through the events (续办位置)."""

    county = models.CharField("行政区划代码", max_length=6)
    name = models.CharField("名称", max_length=24)
    last = models.BigIntegerField("末条主键", default=0)

    class Meta:
        """One of a name."""

        verbose_name = "续办位置"
        verbose_name_plural = "续办位置"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "name"], name="cursor_once")
        ]


class StoredPaper(models.Model):
    """An issued paper (文书): its words are sealed, for they name the applicant, and never changed.

    `slip` is its number within the case (案内文书序号); `digest` is over the words, `pdf_digest` over the bytes
    of the printed form, made at the first print and kept from then on. A correction is a new version under the
    same 文号, which takes the place of the one before (`superseded`). `revoked` marks a decision that a 撤销决定书
    has taken back.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("文号", max_length=80)
    version = models.PositiveSmallIntegerField("版次", default=1)
    kind = models.CharField("种类", max_length=24, choices=[(k.value, k.value) for k in PaperKind])
    title = models.CharField("标题", max_length=160)
    case = models.CharField("办件编号", max_length=40)
    slip = models.CharField("案内文书序号", max_length=48)
    applicant = models.CharField("申请人编号", max_length=24)
    unit = models.CharField("部门编码", max_length=40)
    words = models.TextField("文书内容（加密）")
    digest = models.CharField("内容摘要", max_length=64)
    pdf = models.CharField("打印件文件编号", max_length=40, blank=True)
    pdf_digest = models.CharField("打印件摘要", max_length=64, blank=True)
    reason = models.CharField("更正理由", max_length=200, blank=True)
    superseded = models.BooleanField("已被更正", default=False)
    revoked = models.BooleanField("已撤销", default=False)
    issued_at = models.DateTimeField("签发时间")
    issued_by = models.CharField("签发人", max_length=150)

    objects = PaperQuerySet.as_manager()

    class Meta:
        """A 文号 has each version once; a slip of a case is one paper of a kind."""

        verbose_name = "文书"
        verbose_name_plural = "文书"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number", "version"], name="paper_version"),
            models.UniqueConstraint(
                fields=["county", "case", "slip", "kind", "version"], name="paper_slip"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "issued_at", "id"], name="paper_issued"),
            models.Index(fields=["county", "kind", "issued_at", "id"], name="paper_kind"),
            models.Index(fields=["county", "applicant"], name="paper_applicant"),
        ]

    @property
    def status(self) -> str:
        """How it stands (状态): 已撤销, 已被更正 or 现行."""
        if self.revoked:
            return "已撤销"
        return "已被更正" if self.superseded else "现行"

    @property
    def place(self) -> str:
        """Where the words stand, to which their seal is bound."""
        return f"{self.county}/{self.number}/{self.version}/words"


class StoredArchive(models.Model):
    """The sealed file of a closed case (归档案卷): one package, its hash, how long it is kept.

    `until` is None where it is kept for ever (永久). What happens to the case afterwards (更正、撤销) is archived
    as a further `version` (追加归档); the ones before stay as they are.
    """

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("档号", max_length=64)
    version = models.PositiveSmallIntegerField("次", default=1)
    case = models.CharField("办件编号", max_length=40)
    title = models.CharField("题名", max_length=300)
    applicant = models.CharField("申请人编号", max_length=24)
    unit = models.CharField("部门编码", max_length=40)
    term = models.CharField("保管期限", max_length=24)
    until = models.DateField("保管至", null=True)
    entries = models.PositiveIntegerField("件数")
    size = models.PositiveBigIntegerField("字节数")
    digest = models.CharField("SHA-256", max_length=64)
    index_digest = models.CharField("目录摘要", max_length=64)
    file = models.CharField("文件", max_length=40)
    sealed_at = models.DateTimeField("归档时间")
    sealed_by = models.CharField("归档人", max_length=150)
    checked_at = models.DateTimeField("最近校验时间", null=True)
    sound = models.BooleanField("校验结果", default=True)

    objects = ArchiveQuerySet.as_manager()

    class Meta:
        """A number for each case, and under it each version once."""

        verbose_name = "档案"
        verbose_name_plural = "档案"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number", "version"], name="archive_number"),
            models.UniqueConstraint(fields=["county", "case", "version"], name="archive_case"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "sealed_at", "id"], name="archive_sealed"),
            models.Index(fields=["county", "until"], name="archive_until"),
        ]

    def expired(self, on: date) -> bool:
        """Whether the time for which it must be kept has run out (保管期满)."""
        return self.until is not None and self.until < on

"""Rows every app may use: files handed in or issued (文件), counts of how often somebody came (频次)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StoredFile(models.Model):
    """A file that was checked and kept (文件); its bytes lie under their hash, outside the database."""

    county = models.CharField("行政区划代码", max_length=6)
    number = models.CharField("文件编号", max_length=40)
    sha256 = models.CharField("SHA-256", max_length=64)
    name = models.CharField("文件名", max_length=160)
    kind = models.CharField("种类", max_length=8)
    size = models.PositiveBigIntegerField("字节数")
    purpose = models.CharField("用途", max_length=40)
    subject = models.CharField("所属编号", max_length=80, blank=True)
    kept_by = models.CharField("上传人", max_length=150)
    kept_at = models.DateTimeField("上传时间")

    class Meta:
        """A number once a county."""

        verbose_name = "文件"
        verbose_name_plural = "文件"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="one_file_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["county", "purpose", "subject"], name="file_of_subject"),
            models.Index(fields=["sha256"], name="file_by_content"),
        ]

    @property
    def size_said(self) -> str:
        """The size as people read it."""
        return (
            f"{self.size / 1024:,.0f} KB"
            if self.size < 1 << 20
            else f"{self.size / (1 << 20):,.1f} MB"
        )


class StoredMeter(models.Model):
    """How often one has come in a stretch of time (频次计数), for all processes; `ends` in seconds since 1970."""

    key = models.CharField("计数对象", max_length=200, primary_key=True)
    ends = models.BigIntegerField("失效时刻")
    times = models.PositiveIntegerField("次数")

    class Meta:
        """Old ones are found by their end."""

        verbose_name = "频次计数"
        verbose_name_plural = "频次计数"
        indexes: ClassVar = [models.Index(fields=["ends"], name="meter_ends")]

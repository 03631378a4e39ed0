"""Which version applies (版本查询): on a day, or the one a case is pinned to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import lru_cache

from kaocheng.catalogue.encoding import decode
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.catalogue.querysets import VersionQuerySet

_KEPT = 4096
"""Versions kept decoded: more than a county has in force."""


def version_in_force(*, county: str, item: str, on: date) -> ItemVersion:
    """The version that applies on a day; refuses with what the citizen should know."""
    row = StoredVersion.objects.of(county, item).in_force(on).first()
    if row is None:
        raise Refusal(
            "item.not_in_force",
            f"事项 {item} 在 {on:%Y年%m月%d日} 没有现行的实施清单。",
            "请在事项目录里核对编号，或查看它是否已停用、尚未生效。",
        )
    return version_of(row)


def pinned_version(*, county: str, item: str, version: int) -> ItemVersion:
    """The very version a case was accepted under, whatever applies now."""
    row = StoredVersion.objects.of(county, item).published().filter(version=version).first()
    if row is None:
        raise Refusal(
            "item.no_version",
            f"事项 {item} 没有已发布的第 {version} 版。",
            "请核对办件登记的事项编号和版本号。",
        )
    return version_of(row)


def published_items(county: str, on: date) -> VersionQuerySet:
    """The versions that apply on a day, one row an item, in the order of their numbers."""
    return StoredVersion.objects.filter(county=county).in_force(on).order_by("number")


def version_of(row: StoredVersion) -> ItemVersion:
    """The value of a row, with the validity that counts."""
    version = _decoded(row.digest, row.written.text)
    return replace(version, valid_from=row.valid_from or version.valid_from, valid_to=row.valid_to)


@lru_cache(maxsize=_KEPT)
def _decoded(_: str, content: str) -> ItemVersion:
    """By the content itself, so that what is kept can never be out of date."""
    return decode(ItemVersion, json.loads(content))

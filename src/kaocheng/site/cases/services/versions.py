"""The version a case is pinned to (所依据的实施清单版本), kept decoded by the digest of its text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.catalogue.services import version_of

_KEPT = 2048


def version_to_open(county: str, item: str, on: date) -> tuple[ItemVersion, str]:
    """The version in force on a day, and its digest."""
    row = StoredVersion.objects.of(county, item).in_force(on).first()
    if row is None:
        raise Refusal(
            "item.not_in_force",
            f"事项 {item} 在 {on:%Y年%m月%d日} 没有现行的实施清单，不能接件。",
            "请在事项目录里核对编号，或查看它是否已停用、尚未生效。",
        )
    return version_of(row), row.digest


@lru_cache(maxsize=_KEPT)
def pinned(county: str, item: str, version: int, digest: str) -> ItemVersion:
    """The version of that digest. Text of the same digest is the same text, so it is never out of date."""
    rows = StoredVersion.objects.of(county, item).filter(version=version)
    row = next((row for row in rows if row.digest == digest), None)
    if row is None:
        raise Refusal(
            "item.no_version",
            f"事项 {item} 第 {version} 版的内容与办件登记时不同或已不存在。",
            "请由系统管理员核查目录数据。",
        )
    return version_of(row)

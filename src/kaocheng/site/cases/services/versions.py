"""The version a case is pinned to (所依据的实施清单版本), kept decoded by the digest of its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from kaocheng.catalogue.records import ItemVersion
from kaocheng.catalogue.states import Standing
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.bare import read_first
from kaocheng.site.catalogue.models import StoredVersion
from kaocheng.site.catalogue.services import version_of

_KEPT = 2048
_IN_FORCE = (
    f"county = %s AND number = %s AND standing = '{Standing.PUBLISHED}' AND valid_from <= %s "
    "AND (valid_to IS NULL OR valid_to >= %s) ORDER BY version DESC"
)
"""`VersionQuerySet.in_force` as a bare question: every case that is opened asks it."""


def version_to_open(county: str, item: str, on: date) -> tuple[ItemVersion, str]:
    """The version in force on a day, and its digest."""
    found = read_first(StoredVersion, ("version", "digest"), _IN_FORCE, (county, item, on, on))
    if found is None:
        raise Refusal(
            "item.not_in_force",
            f"事项 {item} 在 {on:%Y年%m月%d日} 没有现行的实施清单，不能接件。",
            "请在事项目录里核对编号，或查看它是否已停用、尚未生效。",
        )
    number, digest = found
    return pinned(county, item, number, digest), digest


@lru_cache(maxsize=_KEPT)
def pinned(county: str, item: str, version: int, digest: str) -> ItemVersion:
    """The version of that digest; until when it applies is left out, for that may change.

    Text of the same digest is the same text, so what is kept is never out of date.
    """
    rows = StoredVersion.objects.of(county, item).filter(version=version, digest=digest)
    row = rows.first()
    if row is None:
        raise Refusal(
            "item.no_version",
            f"事项 {item} 第 {version} 版的内容与办件登记时不同或已不存在。",
            "请由系统管理员核查目录数据。",
        )
    return replace(version_of(row), valid_to=None)

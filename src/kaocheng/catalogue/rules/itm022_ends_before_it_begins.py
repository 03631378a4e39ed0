"""ITM022 失效日期早于生效日期."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("失效日期早于生效日期", family="准确", of=ItemVersion)
def ends_before_it_begins(version: ItemVersion) -> Iterator[Flaw]:
    """有失效日期的，不能早于生效日期。"""
    if version.valid_to is not None and version.valid_to < version.valid_from:
        written = version.valid_to.isoformat()
        message = f"失效日期早于生效日期 {version.valid_from}"
        yield of_element("valid_to", written, message, "请核对两个日期")

"""ITM013 即办件却有特别程序."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("即办件却有特别程序", family="准确", of=ItemVersion)
def immediate_with_special(version: ItemVersion) -> Iterator[Flaw]:
    """听证、检验、评审等都要时间，有特别程序的不能是即办件。"""
    if version.immediate and version.special:
        named = "、".join(version.special)
        message = f"即办件当场办结，却有{named}"
        yield of_element("special", named, message, "请去掉特别程序，或改为承诺件")

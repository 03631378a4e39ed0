"""ITM021 要先办好自己才能办."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("要先办好自己才能办", family="准确", of=ItemVersion)
def needs_itself(version: ItemVersion) -> Iterator[Flaw]:
    """前置事项、材料来源不能是本事项自己。"""
    if version.item in version.requires:
        yield of_element("requires", version.item, "前置事项写了本事项自己", "请去掉")
    for number, material in enumerate(version.materials):
        if material.output_of and material.output_of == version.item:
            message = f"“{material.name}”要由本事项自己核发，申请人永远拿不到"
            yield Flaw("materials", number, "output_of", version.item, message, "请核对来源")

"""ITM017 可容缺的材料没有补交期限."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("可容缺的材料没有补交期限", family="完整", of=ItemVersion)
def deferrable_without_days(version: ItemVersion) -> Iterator[Flaw]:
    """可容缺的材料要写补交期限，期限要大于零；不可容缺的不写期限。"""
    for number, material in enumerate(version.materials):
        if material.deferrable and not material.deferrable_days:
            message = f"“{material.name}”可容缺，没有写几个工作日内补交"
            yield Flaw("materials", number, "deferrable_days", "", message, "请写补交的工作日数")
        if not material.deferrable and material.deferrable_days:
            written = str(material.deferrable_days)
            message = f"“{material.name}”写了补交期限，却没有标可容缺"
            remedy = "请把可容缺改为“是”，或去掉期限"
            yield Flaw("materials", number, "deferrable_days", written, message, remedy)

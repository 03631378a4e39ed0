"""ITM020 部门共享的材料没有写来源."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion, Necessity
from kaocheng.kernel.rulebook import rule


@rule("部门共享的材料没有写来源", family="完整", of=ItemVersion)
def shared_without_source(version: ItemVersion) -> Iterator[Flaw]:
    """由部门共享、不用申请人交的材料，要写明从哪里取。"""
    for number, material in enumerate(version.materials):
        supplied = material.necessity is Necessity.SUPPLIED
        if supplied and not (material.source.strip() or material.output_of):
            message = f"“{material.name}”由部门共享，没有写从哪里取"
            remedy = "请写来源说明，或它是哪个事项的结果"
            yield Flaw("materials", number, "source", "", message, remedy)

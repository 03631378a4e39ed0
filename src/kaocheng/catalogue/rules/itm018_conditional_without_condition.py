"""ITM018 非必要材料没有写何时要."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion, Necessity
from kaocheng.kernel.rulebook import rule


@rule("非必要材料没有写何时要", family="完整", of=ItemVersion)
def conditional_without_condition(version: ItemVersion) -> Iterator[Flaw]:
    """非必要的材料，要写明什么情况下交，或由情形选出。"""
    selected = {key for situation in version.situations for key in situation.materials}
    for number, material in enumerate(version.materials):
        optional = material.necessity is Necessity.CONDITIONAL
        if optional and not material.condition.strip() and material.key not in selected:
            message = f"“{material.name}”是非必要材料，没有写什么情况下要交"
            yield Flaw("materials", number, "condition", "", message, "请写明，或写进情形")

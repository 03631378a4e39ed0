"""ITM008 环节阶段倒置."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.paths import ORDER
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("环节阶段倒置", family="准确", of=ItemVersion)
def stage_out_of_order(version: ItemVersion) -> Iterator[Flaw]:
    """受理、审查、决定、送达依次在后；前面阶段的环节不能等后面阶段的。"""
    stages = {step.key: step.stage for step in version.steps}
    names = {step.key: step.name for step in version.steps}
    for number, step in enumerate(version.steps):
        for key in step.after:
            if key in stages and ORDER.index(stages[key]) > ORDER.index(step.stage):
                message = f"“{step.name}”是{step.stage}，却要等{stages[key]}阶段的“{names[key]}”"
                yield Flaw("steps", number, "after", key, message, "请核对阶段或前置环节")

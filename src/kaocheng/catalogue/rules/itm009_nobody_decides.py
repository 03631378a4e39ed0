"""ITM009 没有作出决定的环节."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion, Stage
from kaocheng.kernel.rulebook import rule


@rule("没有作出决定的环节", family="完整", of=ItemVersion)
def nobody_decides(version: ItemVersion) -> Iterator[Flaw]:
    """办理环节里要有决定阶段的环节，并且只有一个。"""
    deciding = [step for step in version.steps if step.stage is Stage.DECIDE]
    if version.steps and not deciding:
        yield Flaw("steps", -1, "", "", "没有决定环节", "请把作出决定的环节的阶段写成“决定”")
    if len(deciding) > 1:
        names = "、".join(step.name for step in deciding)
        number = version.steps.index(deciding[1])
        yield Flaw(
            "steps", number, "stage", names, "决定环节不止一个", "请只留一个，其余的写“审查”"
        )

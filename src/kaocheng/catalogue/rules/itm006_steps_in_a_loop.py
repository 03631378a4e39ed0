"""ITM006 环节互相等待."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.graphs import loops
from kaocheng.catalogue.paths import graph
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("环节互相等待", family="准确", of=ItemVersion)
def steps_in_a_loop(version: ItemVersion) -> Iterator[Flaw]:
    """环节的先后不能绕成一圈。"""
    names = {step.key: step.name for step in version.steps}
    keys = [step.key for step in version.steps]
    for loop in loops(graph(version.steps)):
        way = " → ".join(f"“{names[key]}”" for key in (*loop, loop[0]))
        number = keys.index(loop[0])
        message = f"环节互相等待，谁也开始不了：{way}"
        yield Flaw("steps", number, "after", "、".join(loop), message, "请去掉其中一个前置环节")

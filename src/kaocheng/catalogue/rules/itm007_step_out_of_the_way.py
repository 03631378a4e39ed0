"""ITM007 环节不在办理流程上."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.graphs import reached
from kaocheng.catalogue.paths import graph, is_sound
from kaocheng.catalogue.records import ItemVersion, Stage
from kaocheng.kernel.rulebook import rule


@rule("环节不在办理流程上", family="准确", of=ItemVersion)
def step_out_of_the_way(version: ItemVersion) -> Iterator[Flaw]:
    """有受理环节时，其他环节都从它开始；每个审查环节都要有决定环节等它的结论。"""
    if not is_sound(version):
        return
    waits = graph(version.steps)
    accepting = {step.key for step in version.steps if step.stage is Stage.ACCEPT}
    deciding = {step.key for step in version.steps if step.stage is Stage.DECIDE}
    used = reached(waits, deciding)
    for number, step in enumerate(version.steps):
        late = step.stage is not Stage.ACCEPT
        if accepting and late and accepting.isdisjoint(reached(waits, [step.key])):
            message = f"“{step.name}”没有接在受理之后，从流程起点走不到"
            yield Flaw("steps", number, "after", "", message, "请写明前置环节")
        if deciding and step.stage is Stage.REVIEW and step.key not in used:
            message = f"没有决定环节等“{step.name}”的结论，它白做了"
            yield Flaw("steps", number, "key", step.key, message, "请把它写进决定环节的前置")

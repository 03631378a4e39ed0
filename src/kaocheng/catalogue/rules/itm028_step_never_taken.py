"""ITM028 环节的情形不对."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion, Stage
from kaocheng.kernel.rulebook import rule


@rule("环节的情形不对", family="准确", of=ItemVersion)
def step_never_taken(version: ItemVersion) -> Iterator[Flaw]:
    """只在某情形办的环节，情形要有；受理、决定、送达每件都办。"""
    known = {situation.key for situation in version.situations}
    for number, step in enumerate(version.steps):
        for key in step.when:
            if key not in known:
                message = f"“{step.name}”要的情形“{key}”不在本事项的情形里"
                yield Flaw("steps", number, "when", key, message, "请改成已有的情形代号")
        if step.when and step.stage is not Stage.REVIEW:
            message = f"“{step.name}”是{step.stage}环节，每件都要办，不能只在某些情形办"
            yield Flaw("steps", number, "when", step.when[0], message, "请删去情形，或改为审查环节")

"""ITM005 前置环节不存在."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("前置环节不存在", family="准确", of=ItemVersion)
def unknown_step(version: ItemVersion) -> Iterator[Flaw]:
    """每个前置环节都要是本事项的环节。"""
    known = {step.key for step in version.steps}
    for number, step in enumerate(version.steps):
        for key in step.after:
            if key not in known:
                message = f"“{step.name}”要等的环节“{key}”不在本事项的环节里"
                yield Flaw("steps", number, "after", key, message, "请改成已有的环节代号")

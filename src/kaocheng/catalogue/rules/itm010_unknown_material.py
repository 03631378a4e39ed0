"""ITM010 指明的材料不存在."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("指明的材料不存在", family="准确", of=ItemVersion)
def unknown_material(version: ItemVersion) -> Iterator[Flaw]:
    """环节所看的、情形所要的材料，都要是本事项的材料。"""
    known = {material.key for material in version.materials}
    for number, step in enumerate(version.steps):
        for key in step.reads:
            if key not in known:
                yield _strange("steps", number, "reads", key, f"环节“{step.name}”")
    for number, situation in enumerate(version.situations):
        for key in situation.materials:
            if key not in known:
                yield _strange("situations", number, "materials", key, f"情形“{situation.answer}”")


def _strange(part: str, number: int, field: str, key: str, whose: str) -> Flaw:
    message = f"{whose}指明的材料“{key}”不在申请材料里"
    return Flaw(part, number, field, key, message, "请改成已有的材料代号，或补上这份材料")

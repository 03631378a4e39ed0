"""ITM024 必要材料没有依据."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion, Necessity
from kaocheng.kernel.rulebook import rule


@rule("必要材料没有依据", family="完整", of=ItemVersion, severity="note")
def material_without_basis(version: ItemVersion) -> Iterator[Flaw]:
    """要申请人交的必要材料，应当有法律法规依据；申请表除外。"""
    for number, material in enumerate(version.materials):
        needed = material.necessity is Necessity.REQUIRED and material.kind != _FORM
        if needed and not material.basis.strip():
            message = f"“{material.name}”没有写依据"
            remedy = "请写法律法规条款；没有依据的材料应当取消"
            yield Flaw("materials", number, "basis", "", message, remedy)


_FORM = "1"

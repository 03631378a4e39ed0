"""ITM014 收费没有依据或标准."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("收费没有依据或标准", family="完整", of=ItemVersion)
def fee_without_basis(version: ItemVersion) -> Iterator[Flaw]:
    """每项收费都要有批准文件；标准按情况计算的，在依据里写明怎样算。"""
    for number, fee in enumerate(version.fees):
        if not fee.basis.strip():
            message = f"“{fee.name}”没有收费依据"
            yield Flaw(
                "fees", number, "basis", "", message, "请写批准收费的文件；没有依据的不得收费"
            )
        if fee.amount is not None and fee.amount <= 0:
            written = format(fee.amount, "f")
            message = f"“{fee.name}”的收费标准不是正数"
            yield Flaw("fees", number, "amount", written, message, "不收费的请删去这一行")

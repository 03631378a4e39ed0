"""ITM026 编码里有空格."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("编码里有空格", family="准确", of=ItemVersion)
def code_with_blanks(version: ItemVersion) -> Iterator[Flaw]:
    """编码照原样写，但不能有空格、换行；本事项编号也一样。"""
    for number, (_, code) in enumerate(version.codes):
        if code != "".join(code.split()):
            yield Flaw(
                "codes", number, "code", code, "编码里有空格或换行", "请删去空格，其余照原样"
            )

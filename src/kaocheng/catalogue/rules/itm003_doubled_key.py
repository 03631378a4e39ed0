"""ITM003 代号重复."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("代号重复", family="准确", of=ItemVersion)
def doubled_key(version: ItemVersion) -> Iterator[Flaw]:
    """材料、环节、情形的代号在本事项内各自只出现一次；编码不重复写。"""
    for part, field in (("materials", "key"), ("steps", "key"), ("situations", "key")):
        yield from _doubled(part, field, [row.key for row in getattr(version, part)])
    yield from _doubled("codes", "code", [f"{system} {code}" for system, code in version.codes])


def _doubled(part: str, field: str, keys: list[str]) -> Iterator[Flaw]:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            first = keys.index(key) + 1
            yield Flaw(part, number, field, key, f"与第{first}行重复", "请改成不同的，或删去一行")

"""ITM025 材料名称是兜底说法."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kaocheng.catalogue.flaws import Flaw
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("材料名称是兜底说法", family="准确", of=ItemVersion)
def catch_all_material(version: ItemVersion) -> Iterator[Flaw]:
    """材料名称要说得出是哪一份；“其他材料”“相关证明”一类的不能要。"""
    for number, material in enumerate(version.materials):
        for words in _catch_all():
            if words in material.name:
                message = f"“{words}”说不出是哪一份材料"
                remedy = "请写明材料的全称；说不出的应当取消"
                yield Flaw("materials", number, "name", material.name, message, remedy)
                break


@lru_cache(maxsize=1)
def _catch_all() -> tuple[str, ...]:
    with (Path(__file__).parents[1] / "wording.toml").open("rb") as file:
        return tuple(tomllib.load(file)["catch_all"])

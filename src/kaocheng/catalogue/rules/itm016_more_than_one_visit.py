"""ITM016 到现场不止一次."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("到现场不止一次", family="准确", of=ItemVersion, severity="note")
def more_than_one_visit(version: ItemVersion) -> Iterator[Flaw]:
    """最多跑一次；确需多跑的，提示核对能否合并或邮寄。"""
    if version.max_visits > 1:
        written = str(version.max_visits)
        message = f"要到现场{version.max_visits}次，达不到“最多跑一次”"
        yield of_element("max_visits", written, message, "请看能否网上提交、邮寄送达或合并环节")

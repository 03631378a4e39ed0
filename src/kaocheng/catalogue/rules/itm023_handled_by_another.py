"""ITM023 办理主体不同却没有写缘由."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("办理主体不同却没有写缘由", family="完整", of=ItemVersion)
def handled_by_another(version: ItemVersion) -> Iterator[Flaw]:
    """办理主体与实施主体不同时，要写明是委托、划转还是下放。"""
    told = version.element("entrust_name").strip() or version.element("power_source") in _GIVEN
    if version.handling_body != version.body and version.body and not told:
        message = "办理主体与实施主体不同，没有写委托部门，权力来源也不是委托、划转或下放"
        remedy = "请写委托部门和委托书，或选权力来源"
        yield of_element("handling_body", version.handling_body, message, remedy)


_GIVEN = frozenset({"2", "3", "4", "5"})

"""ITM001 必填要素没有填写."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.drafting import part_rows
from kaocheng.catalogue.elements import elements, is_blank, parts
from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("必填要素没有填写", family="完整", of=ItemVersion)
def blank_element(version: ItemVersion) -> Iterator[Flaw]:
    """每个发布前必填的要素都要有内容；成组内容里每行的必填栏也要有内容。"""
    for element in elements():
        if element.required and is_blank(version, element):
            part = element.holds if element.kind == "rows" else ""
            field = "" if part else element.key
            told = (f"没有填写{element.title}", f"请填写，{element.about}")
            yield Flaw(part, -1, field, "", *told) if part else of_element(field, "", *told)
    yield from _rows(version)


def _rows(version: ItemVersion) -> Iterator[Flaw]:
    for part in parts().values():
        needed = [field for field in part.fields if field.column.required]
        for number, row in enumerate(part_rows(version, part.key)):
            for field in needed:
                if row[field.name] in (None, ""):
                    remedy = f"请填写，{field.column.about}"
                    yield Flaw(part.key, number, field.name, "", f"没有填写{field.head}", remedy)

"""ITM002 代码不在代码表里."""

from __future__ import annotations

from collections.abc import Iterator

from kaocheng.catalogue.codes import CodeList
from kaocheng.catalogue.drafting import part_rows
from kaocheng.catalogue.elements import elements, filled, parts
from kaocheng.catalogue.flaws import Flaw, of_element
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.rulebook import rule


@rule("代码不在代码表里", family="准确", of=ItemVersion)
def unknown_code(version: ItemVersion) -> Iterator[Flaw]:
    """单选、多选的要素和成组内容里的代码，都要在代码表里。"""
    for element in elements():
        if element.field and element.field.list:
            for code in _several(filled(version, element)):
                if code not in element.field.list.names:
                    told = (f"{element.title}里没有“{code}”", _allowed(element.field.list))
                    yield of_element(element.key, code, *told)
    for part in parts().values():
        coded = [(field, field.list) for field in part.fields if field.list]
        for number, row in enumerate(part_rows(version, part.key)):
            for field, known in coded:
                code = row[field.name]
                if code and known and code not in known.names:
                    told = (f"{field.head}里没有“{code}”", _allowed(known))
                    yield Flaw(part.key, number, field.name, code, *told)


def _several(held: str | tuple[str, ...]) -> tuple[str, ...]:
    return held if isinstance(held, tuple) else (held,) if held else ()


def _allowed(known: CodeList) -> str:
    return f"请从“{known.title}”里选：{'、'.join(known.names.values())}"

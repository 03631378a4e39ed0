"""The registers of a catalogue (目录登记表): a worksheet of items, and one for each part of their lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from kaocheng.catalogue.drafting import NOTHING, part_rows
from kaocheng.catalogue.elements import Part, elements, filled, parts
from kaocheng.catalogue.fields import Field, shown
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.registers import Column, Register

ITEMS = "items"
NUMBER = Column(
    "item_number",  # a step has an `item` of its own: the one it is handed to
    "事项编号",
    "number",
    required=True,
    about="本县给事项的编号，各工作表用它对上",
    example="P001",
)
_NEEDED = ("name", "kind", "level")
"""Of an item, without which even the directory cannot take it."""


@lru_cache(maxsize=None)
def item_fields() -> tuple[Field, ...]:
    """The elements that are filled in one by one, as columns of the items' worksheet."""
    return tuple(_asked(element.field) for element in elements() if element.field)


@lru_cache(maxsize=None)
def all_registers() -> tuple[Register, ...]:
    """The worksheets: items first, then the parts in the order of the forms."""
    columns = (NUMBER, *(field.column for field in item_fields()))
    about = "每个事项一行；材料、环节等写在各自的工作表里，用事项编号对上。"
    items = Register(ITEMS, "事项", about, columns, needed=True, keys=(NUMBER.field,))
    return (items, *(_register(part) for part in parts().values()))


def fields_of(register: Register) -> tuple[Field, ...]:
    """The fields of a register, without the item's number."""
    return item_fields() if register.kind == ITEMS else parts()[register.kind].fields


def rows_of(versions: Iterable[ItemVersion], register: Register) -> Iterator[tuple[Any, ...]]:
    """What versions hold as rows of a register, in the order of its columns."""
    fields = fields_of(register)
    for version in versions:
        for row in _held(version, register):
            yield (version.item, *(_cell(field, row.get(field.name)) for field in fields))


def _held(version: ItemVersion, register: Register) -> tuple[Mapping[str, Any], ...]:
    if register.kind == ITEMS:
        return ({e.key: filled(version, e) for e in elements() if e.field},)
    return part_rows(version, register.kind)


def _cell(field: Field, value: Any) -> Any:
    """A plain value as it is, so that a number stays one; any other as text."""
    if value == NOTHING:
        return ""
    return value if field.shape == "plain" and not isinstance(value, str) else shown(field, value)


def _register(part: Part) -> Register:
    columns = (NUMBER, *(field.column for field in part.fields))
    return Register(part.key, part.title, part.about, columns)


def _asked(field: Field) -> Field:
    if field.name not in _NEEDED:
        return field
    column = field.column
    needed = Column(
        column.field,
        column.head,
        column.kind,
        required=True,
        choices=column.choices,
        about=column.about,
        example=column.example,
    )
    return Field(needed, field.shape, field.codes, field.wide)

"""What changed between two versions (版本差异): element by element, row by row, in the forms' words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kaocheng.catalogue.drafting import part_rows
from kaocheng.catalogue.elements import Part, elements, filled, parts
from kaocheng.catalogue.fields import shown
from kaocheng.catalogue.records import ItemVersion

_KEYS: Mapping[str, str] = {"fees": "name", "results": "name", "codes": "code"}
_NAMES = ("name", "answer", "code")


class Kind(StrEnum):
    """What happened (变动)."""

    ADDED = "新增"
    REMOVED = "取消"
    CHANGED = "改动"


@dataclass(frozen=True, slots=True)
class Change:
    """One change (差异): of which part ("" for an element), of which row, of which field."""

    kind: Kind
    part: str
    row: str
    field: str
    before: str
    after: str

    @property
    def place(self) -> str:
        """Where, as a person would say it: 申请材料“平面图” 可容缺."""
        if not self.part:
            return self.field
        return f"{self.part}“{self.row}”{self.field}"


def compare(before: ItemVersion, after: ItemVersion) -> tuple[Change, ...]:
    """Every change, in the order of the forms; nothing for equal versions."""
    return tuple(_elements(before, after)) + tuple(
        change for part in parts().values() for change in _part(part, before, after)
    )


def _elements(before: ItemVersion, after: ItemVersion) -> Iterator[Change]:
    for element in elements():
        if element.field is None or element.group == "版本":
            continue
        texts = [shown(element.field, filled(version, element)) for version in (before, after)]
        if texts[0] != texts[1]:
            yield Change(_kind(*texts), "", "", element.title, *texts)


def _kind(before: str, after: str) -> Kind:
    if not before:
        return Kind.ADDED
    return Kind.CHANGED if after else Kind.REMOVED


def _part(part: Part, before: ItemVersion, after: ItemVersion) -> Iterator[Change]:
    old, new = (_rows(version, part) for version in (before, after))
    for key, row in old.items():
        if key not in new:
            yield Change(Kind.REMOVED, part.title, _name(row), "", _told(part, row), "")
        elif row != new[key]:
            yield from _fields(part, row, new[key])
    for key, row in new.items():
        if key not in old:
            yield Change(Kind.ADDED, part.title, _name(row), "", "", _told(part, row))


def _fields(part: Part, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for field in part.fields:
        texts = [shown(field, row[field.name]) for row in (old, new)]
        if texts[0] != texts[1]:
            yield Change(Kind.CHANGED, part.title, _name(new), field.head, *texts)


def _rows(version: ItemVersion, part: Part) -> dict[tuple[str, int], Mapping[str, Any]]:
    """The rows by what names them; of several with one name each by its place among them."""
    found: dict[tuple[str, int], Mapping[str, Any]] = {}
    seen: dict[str, int] = {}
    for row in part_rows(version, part.key):
        name = row[_KEYS.get(part.key, "key")]
        seen[name] = seen.get(name, 0) + 1
        found[name, seen[name]] = row
    return found


def _name(row: Mapping[str, Any]) -> str:
    return next(str(row[name]) for name in _NAMES if row.get(name))


def _told(part: Part, row: Mapping[str, Any]) -> str:
    texts = ((field.head, shown(field, row[field.name])) for field in part.fields)
    return "；".join(f"{head}：{text}" for head, text in texts if text)

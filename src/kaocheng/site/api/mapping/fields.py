"""Tables of fields (字段对照): our name of a field, its name outside, its name in the standard."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import Field

from kaocheng.site.api.mapping.codes import code_map

_FOLDER = Path(__file__).parent / "fields"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A field that crosses the border (字段); `codes` names the table its value is turned by, "" for none."""

    own: str
    border: str
    title: str
    codes: str = ""

    def out(self, value: Any) -> Any:
        """The value as it is told outside; a flag is told by the codes of true and false."""
        return code_map(self.codes).code(_text(value)) if self.codes else value

    def back(self, value: Any) -> Any:
        """The value as we keep it."""
        if not self.codes or value in (None, ""):
            return value
        own = code_map(self.codes).own(value)
        return _FLAGS.get(own, own)


@dataclass(frozen=True, slots=True)
class FieldMap:
    """A data set (数据集): its key, title, basis and fields."""

    key: str
    title: str
    basis: str
    fields: tuple[Crossing, ...]

    def out(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What we know, under the names of the border; fields that are not given are left out."""
        return {one.border: one.out(values[one.own]) for one in self.fields if one.own in values}

    def back(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What came over the border, under our names."""
        told = {one.border: one for one in self.fields}
        return {told[name].own: told[name].back(v) for name, v in values.items() if name in told}

    def of(self, thing: Any) -> dict[str, Any]:
        """The same from the attributes of a row or record."""
        return self.out({one.own: getattr(thing, one.own) for one in self.fields})

    def told(self, border: str) -> str:
        """What the documentation says of a field: its name in the standard, and its codes."""
        found = next(one for one in self.fields if one.border == border)
        if not found.codes:
            return found.title
        table = code_map(found.codes)
        listed = "、".join(f"{code} {name}" for code, name in table.names.items())
        return f"{found.title}，代码：{listed}"

    def field(self, border: str, *default: Any, **limits: Any) -> Any:
        """The field of a schema, described by this table."""
        return Field(*default, description=self.told(border), **limits)


def field_map(key: str) -> FieldMap:
    """One data set by its key."""
    return field_maps()[key]


@lru_cache(maxsize=None)
def field_maps() -> Mapping[str, FieldMap]:
    """Every data set by its key."""
    found = (_read(path) for path in sorted(_FOLDER.glob("*.toml")))
    return MappingProxyType({one.key: one for one in found})


def _read(path: Path) -> FieldMap:
    raw = tomllib.loads(path.read_text("utf-8"))
    fields = tuple(Crossing(*one) for one in raw["fields"])
    for names in ([one.own for one in fields], [one.border for one in fields]):
        if len(names) != len(set(names)):
            raise ValueError(f"{path.name}：字段名有重复")
    return FieldMap(path.stem, raw["title"], raw["basis"], fields)


_FLAGS = {"true": True, "false": False}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value or "")
